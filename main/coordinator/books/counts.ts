import { type Kysely, sql } from 'kysely'
import type { CountRow } from '../../../app/contracts/coordinator-figures.ts'
import { type DayCounts, mergeDays } from '../../../app/tally/series.ts'
import { weekOf } from '../../../app/tally/week.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { together } from '../store/together.ts'

/** What posts counted: per post, day, series and key the greatest number ever told. */
export type CountBook = {
  /** Takes in a day as a post tells it; resolved when it is durable. */
  tell(post: { id: string; siteId: string }, day: string, counts: DayCounts): Promise<void>
  /** day → series → how much of it is held. */
  held(postId: string, since?: string): Promise<Record<string, Record<string, number>>>
}

type Told = { post: { id: string; siteId: string }; day: string; counts: DayCounts }

export function countBook({ db, countRows }: Store): CountBook {
  const write = together<Told>(200, (told) =>
    db
      .insertInto('counts')
      .columns(['post_id', 'day', 'series', 'key', 'week', 'site_id', 'count'])
      .expression(countRows(JSON.stringify(rowsOf(told))))
      .onConflict((conflict) =>
        conflict
          .columns(['post_id', 'day', 'series', 'key'])
          .doUpdateSet((row) => ({ count: row.ref('excluded.count') }))
          .whereRef('excluded.count', '>', 'counts.count'),
      )
      .execute(),
  )

  return {
    tell: (post, day, counts) => write({ post, day, counts }),
    held: async (postId, since = '') => {
      const rows = await db
        .selectFrom('counts')
        .select(['day', 'series', sql<number>`sum(count)`.as('total')])
        .where('post_id', '=', postId)
        .where('day', '>=', since)
        .groupBy(['day', 'series'])
        .execute()
      const held: Record<string, Record<string, number>> = {}
      for (const { day, series, total } of rows) held[day] = { ...held[day], [series]: Number(total) }
      return held
    },
  }
}

/** Sums by week, site and key, from one week to another. */
export async function sumsOf(
  db: Kysely<Tables>,
  { from, to }: { from: string; to: string },
): Promise<CountRow[]> {
  const rows = await db
    .selectFrom('counts')
    .select(['week', 'site_id as siteId', 'key', sql<number>`sum(count)`.as('count')])
    .where('week', '>=', from)
    .where('week', '<=', to)
    .groupBy(['week', 'site_id', 'key'])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** One row per key, none twice, in the order of the table's key, so that two writers never wait for each other. */
function rowsOf(told: Told[]): (string | number)[][] {
  const days = new Map<string, Told>()
  for (const one of told) {
    const key = `${one.post.id} ${one.day}`
    const before = days.get(key)
    days.set(key, before === undefined ? one : { ...one, counts: mergeDays(before.counts, one.counts) })
  }
  const rows: (string | number)[][] = []
  for (const at of [...days.keys()].sort()) {
    const { post, day, counts } = days.get(at) as Told
    const week = weekOf(day)
    for (const series of Object.keys(counts).sort()) {
      for (const [key, count] of Object.entries(counts[series] ?? {}).sort(byKey)) {
        rows.push([post.id, day, series, key, week, post.siteId, count])
      }
    }
  }
  return rows
}

const byKey = ([a]: [string, number], [b]: [string, number]) => (a < b ? -1 : 1)
