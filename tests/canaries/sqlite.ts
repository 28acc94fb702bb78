import { DatabaseSync } from 'node:sqlite'

const MAGIC = Buffer.from('SQLite format 3\0')
const WRITE_VERSION_AT = 18
const READ_VERSION_AT = 19

/**
 * Every row of a SQLite database, its texts and blobs one after the other: a long value lies on scattered pages, and
 * UTF-16 databases hold no UTF-8. Nothing for any other file. Works on a copy in memory: the file is never opened.
 * @throws where the database is damaged
 */
export function* sqliteRows(file: Buffer): Generator<Buffer> {
  if (!file.subarray(0, MAGIC.length).equals(MAGIC)) return
  const copy = Buffer.from(file)
  // A copy in memory has no write-ahead log: it must not ask for one. The log itself is searched as bytes.
  copy[WRITE_VERSION_AT] = 1
  copy[READ_VERSION_AT] = 1
  using database = new DatabaseSync(':memory:')
  database.deserialize(copy)
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
  for (const { name } of tables.all()) {
    const rows = database.prepare(`SELECT * FROM "${String(name).replaceAll('"', '""')}"`)
    // Chromium's times do not fit a JavaScript number.
    rows.setReadBigInts(true)
    for (const row of rows.iterate())
      yield Buffer.concat(
        Object.values(row).map((value) =>
          value instanceof Uint8Array ? value : Buffer.from(String(value ?? '')),
        ),
      )
  }
}
