import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Pool } from 'pg'
import type { DayCounts } from '../../../app/tally/series.ts'
import { weekOf } from '../../../app/tally/week.ts'
import type { KnownPost } from './service.ts'
import { forAll } from './telling.ts'

const columns = 'post_id, day, series, key, week, site_id, count'
const orGreater = `on conflict (post_id, day, series, key) do update set count = excluded.count
  where excluded.count > counts.count`

/** Puts these days into a database with nothing around it, a transaction a post. @returns milliseconds for all */
export async function bareUpserts(
  folder: string,
  databaseUrl: string | undefined,
  posts: readonly KnownPost[],
  day: string,
  counts: DayCounts,
): Promise<number> {
  return databaseUrl === undefined
    ? bareSqlite(join(folder, 'coordinator.sqlite'), posts, day, counts)
    : barePostgres(databaseUrl, posts, day, counts)
}

function rows({ id, siteId }: KnownPost, day: string, counts: DayCounts) {
  return Object.entries(counts).flatMap(([series, held]) =>
    Object.entries(held).map(([key, count]) => [id, day, series, key, weekOf(day), siteId, count] as const),
  )
}

async function bareSqlite(file: string, posts: readonly KnownPost[], day: string, counts: DayCounts) {
  const database = new Sqlite(file)
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const upsert = database.prepare(`insert into counts (${columns}) values (?, ?, ?, ?, ?, ?, ?) ${orGreater}`)
  const write = database.transaction((post: KnownPost) => {
    for (const row of rows(post, day, counts)) upsert.run(...row)
  })
  const took = await forAll(posts, 1, async (post) => write(post))
  database.close()
  return took
}

async function barePostgres(url: string, posts: readonly KnownPost[], day: string, counts: DayCounts) {
  const pool = new Pool({ connectionString: url, max: 8 })
  const upsert = `insert into counts (${columns})
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int[]) ${orGreater}`
  const took = await forAll(posts, 8, async (post) => {
    const all = rows(post, day, counts)
    const column = (n: number) => all.map((row) => row[n])
    await pool.query(upsert, [0, 1, 2, 3, 4, 5, 6].map(column))
  })
  await pool.end()
  return took
}
