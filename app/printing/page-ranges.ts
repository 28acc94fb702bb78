import { z } from 'zod'

/** Pages of a document, the first is 1: ranges in ascending order that do not meet. */
export const pageRangesSchema = z
  .array(z.tuple([z.int().min(1).max(9999), z.int().min(1).max(9999)]))
  .min(1)
  .max(50)
  .refine(isAscending)
export type PageRanges = z.infer<typeof pageRangesSchema>

/** How many pages there are in ranges. */
export function countPages(ranges: PageRanges): number {
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0)
}

/**
 * What a person writes: "1-3, 5".
 * @param pages of the document; `null` when that is not known
 * @returns the ranges in order, or `null` for what names no pages of it
 */
export function readPageRanges(text: string, pages: number | null): PageRanges | null {
  const most = pages ?? 9999
  const asked = text.split(/[,;]/).map((part) => /^\s*(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?\s*$/.exec(part))
  const ranges: [number, number][] = []
  for (const match of asked) {
    if (match === null) return null
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])]
    if (first < 1 || last < first || last > most) return null
    ranges.push([first, last])
  }
  return joined(ranges.sort(([a], [b]) => a - b))
}

/** Ranges that overlap or touch become one: a page is printed once however often it was named. */
function joined(sorted: readonly [number, number][]): PageRanges {
  const result: [number, number][] = []
  for (const [first, last] of sorted) {
    const before = result.at(-1)
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else result.push([first, last])
  }
  return result
}

function isAscending(ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.every(([first, last], index) => first <= last && first > (ranges[index - 1]?.[1] ?? 0))
}
