import { compressions } from './compressed.ts'
import { logRecords, tableEntries } from './leveldb.ts'
import type { Needle } from './needles.ts'
import { type Hits, searchBytes } from './search.ts'
import { sqliteRows } from './sqlite.ts'

const DEEPEST = 3

const stores = [
  { name: 'SQLite', entries: sqliteRows },
  { name: 'LevelDB table', entries: tableEntries },
  { name: 'LevelDB log', entries: logRecords },
]

/**
 * Searches bytes as they are and whatever they contain, three containers deep.
 * @param where as a hit should name it, such as the path
 * @param unreadable receives one line for each container that is one but could not be read
 */
export function searchContents(
  bytes: Buffer,
  needles: readonly Needle[],
  where: string,
  hits: Hits,
  unreadable: string[],
  depth = 0,
): void {
  searchBytes(bytes, needles, where, hits)
  if (depth === DEEPEST) return
  const goOn = (name: string, inner: Buffer) =>
    searchContents(inner, needles, `${where} › ${name}`, hits, unreadable, depth + 1)

  for (const { name, entries } of stores)
    try {
      for (const entry of entries(bytes)) goOn(name, entry)
    } catch (error) {
      unreadable.push(`${where} › ${name}: ${error instanceof Error ? error.message : error}`)
    }

  for (const { name, starts, decompress } of compressions)
    for (const start of starts(bytes)) {
      const inner = attempt(() => decompress(bytes.subarray(start)), `${where} › ${name}`, unreadable)
      if (inner?.length) goOn(name, inner)
    }
}

/** Most bytes that look like the start of a stream are none; only one that is too large to unpack is told. */
function attempt(decompress: () => Buffer | null, where: string, unreadable: string[]): Buffer | null {
  try {
    return decompress()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      unreadable.push(`${where}: larger than 1 GiB when unpacked`)
    return null
  }
}
