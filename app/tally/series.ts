import { z } from 'zod'

/**
 * Counts as they travel. A post counts in a series that it begins anew at each start, under a random name: whatever
 * becomes of its disk (a backup put back, an image installed again, a copy made), no two histories ever share a
 * series. Within one, a counter only grows, so the greatest value seen is the right one, in whatever order and however
 * often it was told.
 */
export const seriesNameSchema = z.string().regex(/^[A-Za-z0-9_-]{8,32}$/)

/** A calendar day in the post's own time zone. */
export const daySchema = z.iso.date().refine((day) => day >= '2020-01-01' && day < '2100-01-01', {
  message: 'must be a day of this century, from 2020 on',
})

/**
 * `am/session/help=alone/end=person` and the like: a half-day, a family, its values. The first part of a tally's key,
 * the day, is left out. So narrow that nothing about a person fits in.
 */
export const counterKeySchema = z.string().regex(/^(am|pm)\/[A-Za-z]{1,24}(\/[A-Za-z0-9=._-]{1,40}){0,4}$/)

/** Counter → count. */
export const countsSchema = z
  .record(counterKeySchema, z.number().int().min(1).max(1_000_000))
  .refine((counts) => Object.keys(counts).length <= 1000, { message: 'must hold 1000 counters at most' })
export type Counts = z.infer<typeof countsSchema>

/** The whole of what a post counted on a day: series → counts. */
export const dayCountsSchema = z
  .record(seriesNameSchema, countsSchema)
  .refine((series) => Object.keys(series).length <= 50, { message: 'must hold 50 series at most' })
export type DayCounts = z.infer<typeof dayCountsSchema>

/** What two tellings of the same day say together: the greatest of each counter. */
export function mergeDays(a: DayCounts, b: DayCounts): DayCounts {
  const merged: Record<string, Counts> = { ...a }
  for (const [series, counts] of Object.entries(b)) {
    const known = { ...merged[series] }
    for (const [key, count] of Object.entries(counts)) known[key] = Math.max(known[key] ?? 0, count)
    merged[series] = known
  }
  return merged
}

/** How much a series has counted. It only grows, and so tells whether the other side knows all of it. */
export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
