import { deflateRawSync } from 'node:zlib'

// Small writers of the formats the scan reads, so that each reader has a positive control of its own.

const BLOCK_BYTES = 32 * 1024
const HEADER_BYTES = 7

/** A zip with one deflated member. Sizes and checksum are left out, as streamed zips do. */
export function zip(name: string, content: string | Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.write('PK\x03\x04')
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, Buffer.from(name), deflateRawSync(content)])
}

/**
 * Text as Snappy in which only the first `repeated` is written, and every later one is copied from there: a canary
 * that holds it appears in one piece only after decoding. One character is one byte.
 */
export function snappy(text: string, repeated: string): Buffer {
  const [head = '', ...rest] = text.split(repeated)
  const parts = [literal(head + repeated)]
  let written = head.length
  for (const [index, part] of rest.entries()) {
    if (index > 0) parts.push(copy(repeated.length, written - head.length))
    written += repeated.length + part.length
    parts.push(literal(part))
  }
  return Buffer.concat([varintBytes(text.length), ...parts])
}

function literal(text: string): Buffer {
  if (text === '') return Buffer.alloc(0)
  return Buffer.concat([
    Buffer.from([61 << 2, (text.length - 1) & 0xff, (text.length - 1) >> 8]),
    Buffer.from(text, 'latin1'),
  ])
}

function copy(length: number, offset: number): Buffer {
  return Buffer.from([((length - 1) << 2) | 2, offset & 0xff, offset >> 8])
}

/** A LevelDB table with one data block whose keys share what they begin with, compressed by `compress` (type byte `type`). */
export function levelDbTable(
  entries: [key: string, value: string][],
  type: number,
  compress: (block: Buffer) => Buffer,
) {
  const data = stored(compress(block(entries)), type)
  const metaIndex = stored(block([]), 0)
  const index = stored(block([['z', handle(0, data.length - 5).toString('latin1')]]), 0)
  const footer = Buffer.alloc(48)
  Buffer.concat([
    handle(data.length, metaIndex.length - 5),
    handle(data.length + metaIndex.length, index.length - 5),
  ]).copy(footer)
  Buffer.from('57fb808b247547db', 'hex').copy(footer, 40)
  return Buffer.concat([data, metaIndex, index, footer])
}

function block(entries: [key: string, value: string][]): Buffer {
  let previous = ''
  const parts = entries.map(([key, value]) => {
    let shared = 0
    while (shared < previous.length && previous[shared] === key[shared]) shared++
    previous = key
    const lengths = [shared, key.length - shared, value.length].map(varintBytes)
    return Buffer.concat([...lengths, Buffer.from(key.slice(shared) + value, 'latin1')])
  })
  const restarts = Buffer.from([0, 0, 0, 0, 1, 0, 0, 0])
  return Buffer.concat([...parts, restarts])
}

function stored(block: Buffer, type: number): Buffer {
  return Buffer.concat([block, Buffer.from([type, 0, 0, 0, 0])])
}

function handle(offset: number, size: number): Buffer {
  return Buffer.concat([varintBytes(offset), varintBytes(size)])
}

function varintBytes(value: number): Buffer {
  const bytes: number[] = []
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80)
  return Buffer.from([...bytes, value])
}

/** A LevelDB log; what does not fit in a block of 32 KiB goes on in the next. */
export function levelDbLog(records: string[]): Buffer {
  let log = Buffer.alloc(0)
  for (const record of records) {
    for (let rest = Buffer.from(record), first = true; first || rest.length > 0; first = false) {
      let room = BLOCK_BYTES - (log.length % BLOCK_BYTES) - HEADER_BYTES
      if (room < 0) {
        log = Buffer.concat([log, Buffer.alloc(room + HEADER_BYTES)])
        room = BLOCK_BYTES - HEADER_BYTES
      }
      const piece = rest.subarray(0, room)
      rest = rest.subarray(room)
      const last = rest.length === 0
      const header = Buffer.alloc(HEADER_BYTES)
      header.writeUInt16LE(piece.length, 4)
      header[6] = first ? (last ? 1 : 2) : last ? 4 : 3
      log = Buffer.concat([log, header, piece])
    }
  }
  return log
}
