/** The middle value; of an even number of values the lower of the two. @throws without a value */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value that 95 % of all do not exceed. @throws without a value */
export function p95(values: readonly number[]): number {
  return quantile(values, 0.95)
}

/** The value that 99 % of all do not exceed. @throws without a value */
export function p99(values: readonly number[]): number {
  return quantile(values, 0.99)
}

function quantile(values: readonly number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}
