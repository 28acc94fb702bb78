import { textTable } from '../text-table.ts'
import { median, p95, p99 } from './statistics.ts'

/** One line of the result. Values are milliseconds or megabytes, as the unit says. */
export type Row = {
  what: string
  unit: 'ms' | 'MB'
  ours: readonly number[]
  /** What it is compared with; `null` where the goal is a figure of its own. */
  against: { what: string; values: readonly number[] } | null
  /** At most: a ratio of medians, or, compared with nothing, the p95. */
  goal: number
  /** Where the goal is about more than 95 of 100. */
  tail?: 'p99'
}

const heads = ['', 'Estran: median', 'p95', 'against', 'median', 'ratio', 'goal', 'holds']

/** The rows as a table for a terminal. */
export function table(rows: readonly Row[]): string {
  return textTable(heads, rows.map(cells))
}

function cells({ what, unit, ours, against, goal, tail }: Row): string[] {
  const [middle, high] = [median(ours), tail === 'p99' ? p99(ours) : p95(ours)]
  const show = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`
  const figures = [what, show(middle), tail === 'p99' ? `${show(high)} (p99)` : show(high)]
  if (against === null)
    return [...figures, '', '', '', `${tail ?? 'p95'} ≤ ${goal} ${unit}`, holds(high <= goal)]
  const other = median(against.values)
  const ratio = middle / other
  return [...figures, against.what, show(other), `${ratio.toFixed(2)}×`, `≤ ${goal}×`, holds(ratio <= goal)]
}

function holds(does: boolean): string {
  return does ? 'yes' : 'NO'
}
