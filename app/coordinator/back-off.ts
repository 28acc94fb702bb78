/** Waits between two tries: from the first to the longest. */
const firstSeconds = 2
const longestSeconds = 300

/**
 * How long to wait before the next try. Half of it is left to chance, so that all the posts of a network do not come
 * back at once to a server that has just started again.
 * @param failures tries that failed in a row, 1 at least
 * @param chance from 0 to 1
 * @returns seconds
 */
export function backOffSeconds(failures: number, chance: number): number {
  const full = Math.min(longestSeconds, firstSeconds * 2 ** Math.min(failures - 1, 20))
  return full / 2 + (full / 2) * chance
}
