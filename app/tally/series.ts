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

/**
 * The days a post must tell (again): those of which the other side holds less of any series, or nothing.
 * @param own day → what was counted
 * @param held day → series → how much the other side holds
 */
export function missingDays(
  own: Readonly<Record<string, DayCounts>>,
  held: Readonly<Record<string, Readonly<Record<string, number>>>>,
): Record<string, DayCounts> {
  return Object.fromEntries(
    Object.entries(own).filter(([day, series]) =>
      Object.entries(series).some(([name, counts]) => totalOf(counts) > (held[day]?.[name] ?? 0)),
    ),
  )
}

/** As long as a post can tell a day again. Longer than any coordinator is away. */
const keptDays = 400

/**
 * What was counted between two states of a tally, added to a series; its oldest days forgotten.
 * @param days day → series → counter → count
 * @param before counters by `day/half/family…`, as in a tally
 */
export function addGrowth(
  days: Readonly<Record<string, DayCounts>>,
  series: string,
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): Record<string, DayCounts> {
  const grown: Record<string, DayCounts> = { ...days }
  for (const [at, count] of Object.entries(after)) {
    const more = count - (before[at] ?? 0)
    if (more <= 0) continue
    const [day = ''] = at.split('/')
    const key = at.slice(day.length + 1)
    const counts = grown[day]?.[series] ?? {}
    grown[day] = { ...grown[day], [series]: { ...counts, [key]: (counts[key] ?? 0) + more } }
  }
  return Object.fromEntries(Object.entries(grown).sort(byDay).slice(-keptDays))
}

const byDay = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)
