import { zstdDecompressSync } from 'node:zlib'
import { decodeSnappy, varint } from './snappy.ts'

const TABLE_MAGIC = Buffer.from('57fb808b247547db', 'hex')
const FOOTER_BYTES = 48
const BLOCK_TRAILER_BYTES = 5
const LOG_BLOCK_BYTES = 32 * 1024
const RECORD_HEADER_BYTES = 7

type Entry = { key: Buffer; value: Buffer }

/**
 * The entries of a LevelDB table (.ldb), keys whole and blocks decompressed; nothing for any other file.
 * Layout: google/leveldb, doc/table_format.md.
 */
export function* tableEntries(file: Buffer): Generator<Buffer> {
  if (file.length < FOOTER_BYTES || !file.subarray(-8).equals(TABLE_MAGIC)) return
  const footer = file.subarray(-FOOTER_BYTES)
  const metaIndexSize = varint(footer, varint(footer, 0)?.next ?? FOOTER_BYTES)
  for (const { value: handle } of blockEntries(blockAt(file, footer.subarray(metaIndexSize?.next ?? 0))))
    for (const { key, value } of blockEntries(blockAt(file, handle))) yield Buffer.concat([key, value])
}

function blockAt(file: Buffer, handle: Buffer): Buffer {
  const offset = varint(handle, 0)
  const size = offset && varint(handle, offset.next)
  if (!size || offset.value + size.value + BLOCK_TRAILER_BYTES > file.length)
    throw new Error('cut LevelDB table')
  const stored = file.subarray(offset.value, offset.value + size.value)
  const compression = file[offset.value + size.value]
  if (compression === 0) return stored
  const block =
    compression === 1 ? decodeSnappy(stored) : compression === 2 ? zstdDecompressSync(stored) : null
  if (block === null) throw new Error(`LevelDB block that cannot be decompressed (type ${compression})`)
  return block
}

/** A key holds only what differs from the key before it: each is put together again. */
function* blockEntries(block: Buffer): Generator<Entry> {
  if (block.length < 4) throw new Error('cut LevelDB block')
  const restarts = block.readUInt32LE(block.length - 4)
  const end = block.length - 4 - 4 * restarts
  let key = Buffer.alloc(0)
  let at = 0
  while (at < end) {
    const shared = varint(block, at)
    const unshared = shared && varint(block, shared.next)
    const valueLength = unshared && varint(block, unshared.next)
    if (!valueLength) throw new Error('damaged LevelDB block')
    const keyEnd = valueLength.next + unshared.value
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(valueLength.next, keyEnd)])
    at = keyEnd + valueLength.value
    yield { key, value: block.subarray(keyEnd, at) }
  }
}

/**
 * The records of a LevelDB log (.log, MANIFEST), those that cross a block boundary put together again; nothing for
 * any other file. Layout: google/leveldb, doc/log_format.md.
 */
export function* logRecords(file: Buffer): Generator<Buffer> {
  let fragments: Buffer[] = []
  let at = 0
  while (at + RECORD_HEADER_BYTES <= file.length) {
    const leftInBlock = LOG_BLOCK_BYTES - (at % LOG_BLOCK_BYTES)
    if (leftInBlock < RECORD_HEADER_BYTES) {
      at += leftInBlock
      continue
    }
    const length = file.readUInt16LE(at + 4)
    const type = file[at + 6] ?? 0
    const end = at + RECORD_HEADER_BYTES + length
    if (type < 1 || type > 4 || RECORD_HEADER_BYTES + length > leftInBlock) return
    const [full, first, last] = [type === 1, type === 2, type === 4]
    if (full || first) fragments = []
    fragments.push(file.subarray(at + RECORD_HEADER_BYTES, end))
    if (full || last) yield Buffer.concat(fragments)
    at = end
  }
}
