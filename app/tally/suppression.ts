/**
 * Suppression: which cells of a row are hidden, so that a small one can neither be read nor computed.
 *
 * Two rules make it sound. A row is decided by its own counts alone, and what is published of it is all that is ever
 * published of it: no other table, filter or export holds another sum with one of its cells in it (see figures.ts).
 */

/** Under four, there are rows in which a hidden cell could only be one number for whoever knows these rules. */
export const fewestThreshold = 4

/** What is shown of a row: `null` is hidden. */
export type ShownRow = { cells: (number | null)[]; total: number | null }

/**
 * Hides cells from 1 to one less than the threshold. Where what they hide could be worked out from the total, one more
 * is hidden: the last column that is not small, whatever its size. (The smallest would be the classic choice, but then
 * the cells shown would say how great the hidden one can be.) Where there is none, every cell is hidden, zeros too;
 * where the total itself is small, so is it.
 * @param counts columns that are usually large first
 */
export function suppressRow(counts: readonly number[], threshold: number): ShownRow {
  const total = sum(counts)
  const isSmall = (count: number) => count > 0 && count < threshold
  const nothing = counts.map(() => null)
  if (isSmall(total)) return { cells: nothing, total: null }

  const small = counts.filter(isSmall)
  const isEnough = small.length === 0 || canHide(small, threshold)
  const another = isEnough ? -1 : counts.findLastIndex((count) => count >= threshold)
  if (!isEnough && another === -1) return { cells: nothing, total }
  return {
    cells: counts.map((count, column) => (isSmall(count) || column === another ? null : count)),
    total,
  }
}

/**
 * Whether small cells hide one another when their sum is known. A reader knows that each is 1 at least, as zeros are
 * shown, and less than the threshold: their sum must be well above the one and below the other.
 */
function canHide(small: readonly number[], threshold: number): boolean {
  const aboveLeast = sum(small) - small.length
  const belowMost = small.length * (threshold - 1) - sum(small)
  return small.length >= 2 && aboveLeast >= threshold - 1 && belowMost >= 1
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
