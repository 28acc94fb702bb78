import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely, PostgresDialect, type RawBuilder, SqliteDialect, sql } from 'kysely'
import { Pool } from 'pg'
import { log } from '../../lib/log.ts'
import { type Bell, bellWithin } from './bell.ts'
import { migrate } from './migrations.ts'
import { postgresBell } from './postgres-bell.ts'
import type { Tables } from './tables.ts'

/** The database, one of two kinds, brought to the present version. */
export type Store = {
  kind: 'sqlite' | 'postgres'
  db: Kysely<Tables>
  bell: Bell
  /** Rows of `counts` out of one JSON text, to be inserted in a single statement. */
  countRows(json: string): RawBuilder<Tables['counts']>
  close(): Promise<void>
}

/** @param databaseUrl `postgres://…`; without one, a SQLite file in the folder */
export async function openStore(folder: string, databaseUrl: string | undefined): Promise<Store> {
  return databaseUrl === undefined ? openSqlite(folder) : openPostgres(databaseUrl)
}

/** The SQLite module is made for this Node-API: an older Node does not refuse it, but crashes. */
const leastNodeApi = 10

/** Said to the admin, who has a choice. */
class TooOldForSqlite extends Error {
  readonly code = 'TOO_OLD_FOR_SQLITE'
}

async function openSqlite(folder: string): Promise<Store> {
  if (Number(process.versions.napi) < leastNodeApi) {
    throw new TooOldForSqlite(
      `Node ${process.versions.node} is too old for the embedded database: use Node 22 or newer, or a PostgreSQL by DATABASE_URL.`,
    )
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const database = new Sqlite(join(folder, 'coordinator.sqlite'))
  database.pragma('journal_mode = WAL')
  // What was acknowledged to a post must outlast a power cut: the post will not tell it again by itself.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) })
  await migrate(db, 'sqlite')
  const bell = bellWithin()
  return {
    kind: 'sqlite',
    db,
    bell,
    countRows: (json) =>
      sql`select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6
        from json_each(${json}) where true`,
    close: async () => {
      await bell.close()
      await db.destroy()
    },
  }
}

async function openPostgres(url: string): Promise<Store> {
  const pool = new Pool({ connectionString: url, max: 10, keepAlive: true })
  // Connections that break, in use or not: whoever used one hears of it by its query, and the pool makes another.
  const broken = () => log.warn('a connection to PostgreSQL broke')
  pool.on('error', broken)
  pool.on('connect', (client) => client.on('error', broken))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  await migrate(db, 'postgres')
  const bell = await postgresBell(url, pool)
  return {
    kind: 'postgres',
    db,
    bell,
    countRows: (json) =>
      sql`select value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, (value->>6)::integer
        from json_array_elements(${json}::json)`,
    close: async () => {
      await bell.close()
      await db.destroy()
    },
  }
}
