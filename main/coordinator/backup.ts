import { createReadStream, createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Kysely, Transaction } from 'kysely'
import { z } from 'zod'
import { isSomeoneRunning } from './books/presence.ts'
import type { Store } from './store/store.ts'
import { keptTables, type Tables } from './store/tables.ts'

/** A backup that cannot be used, or a database that cannot take it: said to the admin. */
export class BackupProblem extends Error {}

const format = 1
/** Filled after those they point to, emptied before. */
const notKept = [
  'pairings',
  'site_codes',
  'links',
  'commands',
  'sign_ins',
  'known_browsers',
  'first_admin_codes',
] as const
const rowsAtOnce = 500

const lineSchema = z.union([
  z.strictObject({ estranBackup: z.literal(format), madeAt: z.string() }),
  z.strictObject({
    table: z.enum(keptTables),
    row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  }),
  z.strictObject({ rows: z.number().int() }),
])

/**
 * Writes what the database holds at one moment, while coordinators go on: lines of JSON, gzipped, alike for SQLite and
 * PostgreSQL. Codes and sessions, which are short-lived, are left out.
 * @returns how many rows
 */
export async function backUp({ db }: Store, file: string): Promise<number> {
  const beside = `${file}.new`
  const rows = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      const count = { rows: 0 }
      const lines = Readable.from(linesOf(snapshot, count))
      await pipeline(lines, createGzip(), createWriteStream(beside, { mode: 0o600, flush: true }))
      return count.rows
    })
  await rename(beside, file)
  return rows
}

async function* linesOf(db: Transaction<Tables>, count: { rows: number }): AsyncGenerator<string> {
  const line = (value: unknown) => `${JSON.stringify(value)}\n`
  yield line({ estranBackup: format, madeAt: new Date().toISOString() })
  const posts = await db.selectFrom('posts').select('id').execute()
  for (const table of keptTables) {
    // The largest table is read post by post, so that it is never in memory whole.
    const parts = table === 'counts' ? posts : [null]
    for (const part of parts) {
      for (const row of await rowsOf(db, table, part?.id)) {
        count.rows += 1
        yield line({ table, row })
      }
    }
  }
  yield line({ rows: count.rows })
}

function rowsOf(db: Kysely<Tables>, table: (typeof keptTables)[number], postId: string | undefined) {
  if (table === 'audit') {
    return db
      .selectFrom('audit')
      .select(['at', 'account', 'action', 'subject', 'outcome'])
      .orderBy('id')
      .execute()
  }
  if (postId !== undefined) return db.selectFrom('counts').selectAll().where('post_id', '=', postId).execute()
  return db.selectFrom(table).selectAll().execute()
}

/**
 * Puts a backup into an empty database, or in the place of what it holds; all of it or nothing. Afterwards posts tell
 * again whatever they counted since; those paired since must be paired again.
 * @throws BackupProblem
 */
export async function restore(store: Store, file: string, replace: boolean): Promise<number> {
  if (await isSomeoneRunning(store)) {
    throw new BackupProblem('A coordinator runs on this database: stop it, wait fifteen seconds, try again.')
  }
  return store.db.transaction().execute(async (db) => {
    const holds = await db.selectFrom('sites').select('id').executeTakeFirst()
    const admins = await db.selectFrom('accounts').select('id').executeTakeFirst()
    if ((holds !== undefined || admins !== undefined) && !replace) {
      throw new BackupProblem('The database is not empty. To replace what it holds, add --replace.')
    }
    for (const table of [...notKept, ...keptTables.toReversed()]) await db.deleteFrom(table).execute()
    return fill(db, file)
  })
}

async function fill(db: Kysely<Tables>, file: string): Promise<number> {
  let told: number | null = null
  let rows = 0
  let waiting: { table: (typeof keptTables)[number]; row: Record<string, unknown> }[] = []
  const write = async () => {
    const [first] = waiting
    if (first !== undefined) {
      await db
        .insertInto(first.table)
        .values(waiting.map(({ row }) => row) as never)
        .execute()
    }
    rows += waiting.length
    waiting = []
  }
  for await (const line of readLines(file)) {
    if ('rows' in line) told = line.rows
    if (!('table' in line)) continue
    if (waiting.length >= rowsAtOnce || (waiting[0] && waiting[0].table !== line.table)) await write()
    waiting.push(line)
  }
  await write()
  if (told !== rows) throw new BackupProblem(`${file}: is not whole; nothing was changed.`)
  return rows
}

async function* readLines(file: string): AsyncGenerator<z.infer<typeof lineSchema>> {
  try {
    const packed = createReadStream(file)
    const text = createGunzip().setEncoding('utf8')
    packed.on('error', (error) => text.destroy(error)).pipe(text)
    let begun = ''
    for await (const part of text) {
      const lines = `${begun}${part}`.split('\n')
      begun = lines.pop() ?? ''
      for (const line of lines) yield lineSchema.parse(JSON.parse(line))
    }
  } catch {
    throw new BackupProblem(`${file}: cannot be read as a backup of a coordinator; nothing was changed.`)
  }
}
