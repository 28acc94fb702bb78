import { DatabaseSync } from 'node:sqlite'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { searchContents } from './contents.ts'
import { needles } from './needles.ts'
import { levelDbLog, levelDbTable, snappy, zip } from './plants.ts'
import { Hits } from './search.ts'
import { artefact, newToken } from './token.ts'

const token = newToken()
const canary = artefact(token, 'planted')
// What compresses well comes first, so that the canary itself is not left as it is.
const text = `${token.slice(0, 20)} ${token.slice(10)} ${'la page de la personne '.repeat(50)} ${canary} fin`

function search(bytes: Buffer): { where: string[]; unreadable: string[] } {
  const hits = new Hits()
  const unreadable: string[] = []
  searchContents(bytes, needles(token), 'file', hits, unreadable)
  return { where: hits.all.map((hit) => `${hit.where}: ${hit.artefact}`), unreadable }
}

const gzip = gzipSync(text)
const named = Buffer.concat([
  gzip.subarray(0, 3),
  Buffer.from([8]),
  gzip.subarray(4, 10),
  Buffer.from('a.txt\0'),
  gzip.subarray(10),
])
const cacheHeader = Buffer.alloc(24)
cacheHeader.write('305c72a71b6dfbfc', 'hex')
cacheHeader.writeUInt32LE('1/0/https://exemple.test/'.length, 12)
const cacheEntry = Buffer.concat([
  cacheHeader,
  Buffer.from('1/0/https://exemple.test/'),
  brotliCompressSync(text),
  Buffer.from('d8410d97456ffaf4 then the entry’s end'),
])
const key = token.slice(0, 20)

test.each([
  ['gzip', gzip],
  ['gzip', Buffer.concat([Buffer.from('header'), gzip, Buffer.from('trailer')])],
  ['gzip', named],
  ['gzip', gzip.subarray(0, -10)],
  ['zlib', Buffer.concat([Buffer.from('%PDF stream'), deflateSync(text), Buffer.from('endstream')])],
  ['brotli', brotliCompressSync(text)],
  ['brotli', cacheEntry],
  ['zstd', zstdCompressSync(text)],
  ['zip', zip('attestation.txt', text)],
  ['zip › gzip', zip('attestation.gz', gzip)],
  [
    'IndexedDB value',
    Buffer.concat([Buffer.from([0xff, 0x11, 0x02]), snappy(text, key), Buffer.from('next')]),
  ],
  ['LevelDB table', levelDbTable([['k', text]], 1, (block) => snappyOf(block))],
  ['LevelDB table', levelDbTable([['k', text]], 2, (block) => zstdCompressSync(block))],
  [
    'LevelDB table',
    levelDbTable(
      [
        [`${key}`, '1'],
        [canary, '2'],
      ],
      0,
      (block) => block,
    ),
  ],
  ['LevelDB log', levelDbLog(['.'.repeat(32 * 1024 - 7 - 30) + canary])],
  // The first record leaves three bytes of its block, too few for a header.
  ['LevelDB log', levelDbLog(['.'.repeat(32 * 1024 - 7 - 3), '.'.repeat(32 * 1024 - 7 - 30) + canary])],
])('a canary is found inside %s', (container, bytes) => {
  const { where, unreadable } = search(bytes)
  expect(bytes.indexOf(canary), 'the plant must not lie open').toBe(-1)
  expect(where).toContain(`file › ${container}: planted`)
  expect(unreadable).toEqual([])
})

function snappyOf(block: Buffer): Buffer {
  return snappy(block.toString('latin1'), key)
}

test('a canary is found in SQLite: UTF-16 text, values over several pages, blobs with containers of their own', () => {
  using database = new DatabaseSync(':memory:')
  database.exec(
    `PRAGMA page_size = 512; PRAGMA encoding = 'UTF-16be'; CREATE TABLE "a ""b""" (text, blob, time)`,
  )
  const insert = database.prepare(`INSERT INTO "a ""b""" VALUES (?, ?, ?)`)
  insert.run(text, gzip, 13_400_000_000_000_000n)
  const { where, unreadable } = search(Buffer.from(database.serialize()))
  expect(where).toContain('file › SQLite: planted')
  expect(where).toContain('file › SQLite › gzip: planted')
  expect(unreadable).toEqual([])
})

test('a database left in write-ahead mode is read too', () => {
  using database = new DatabaseSync(':memory:')
  database.exec(`PRAGMA encoding = 'UTF-16be'; CREATE TABLE t (v); INSERT INTO t VALUES ('${text}')`)
  const file = Buffer.from(database.serialize())
  file.fill(2, 18, 20)
  expect(search(file)).toMatchObject({
    where: expect.arrayContaining(['file › SQLite: planted']),
    unreadable: [],
  })
})

test('a container that is one and cannot be read is told, not skipped', () => {
  const damaged = levelDbTable([['k', text]], 1, () => Buffer.from('no snappy at all'))
  expect(search(damaged).unreadable).toEqual([
    'file › LevelDB table: LevelDB block that cannot be decompressed (type 1)',
  ])
  const cut = Buffer.from('SQLite format 3\0 and then nothing')
  expect(search(cut).unreadable).toEqual([expect.stringContaining('file › SQLite: ')])
})

test('bytes that only look like containers are neither hits nor faults', () => {
  const looksLike = Buffer.concat(
    ['1f8b08', '789c', '504b0304', '28b52ffd', 'ff1102'].map((hex) => Buffer.from(`${hex}0800`, 'hex')),
  )
  expect(search(looksLike)).toEqual({ where: [], unreadable: [] })
})
