import { brotliDecompressSync, constants, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { occurrences } from './search.ts'
import { decodeSnappy } from './snappy.ts'

/** Unpacking stops here and says so: nothing a test plants is as large. */
const MOST_BYTES = 1024 * 1024 * 1024

type Compression = {
  name: string
  /** The offsets at which a stream may begin. */
  starts(bytes: Buffer): Iterable<number>
  decompress(stream: Buffer): Buffer | null
}

// A stream that is cut off, as a paused download is, still gives what it holds.
const zlib = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES }

/** The compressions that hold canaries; each is looked for anywhere in the bytes, since a cache entry has a header. */
export const compressions: readonly Compression[] = [
  { name: 'gzip', starts: gzipMembers, decompress: (stream) => inflateRawSync(stream, zlib) },
  {
    name: 'zlib',
    starts: (bytes) => ['7801', '785e', '789c', '78da'].flatMap((hex) => [...magic(hex)(bytes)]),
    decompress: (stream) => inflateSync(stream, zlib),
  },
  { name: 'zip', starts: zipMembers, decompress: (stream) => inflateRawSync(stream, zlib) },
  {
    name: 'brotli',
    starts: brotliStarts,
    decompress: (stream) =>
      brotliDecompressSync(stream, {
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
        maxOutputLength: MOST_BYTES,
      }),
  },
  {
    name: 'zstd',
    starts: magic('28b52ffd'),
    decompress: (stream) =>
      zstdDecompressSync(stream, { finishFlush: constants.ZSTD_e_flush, maxOutputLength: MOST_BYTES }),
  },
  {
    // Blink compresses IndexedDB values; the three bytes say so (Chromium, idb_value_wrapping.cc).
    name: 'IndexedDB value',
    starts: magic('ff1102'),
    decompress: (stream) => decodeSnappy(stream.subarray(3)),
  },
]

function magic(hex: string): (bytes: Buffer) => Iterable<number> {
  return (bytes) => occurrences(bytes, Buffer.from(hex, 'hex'))
}

/**
 * Where the deflated part of each gzip member begins (RFC 1952). Node's own gunzip refuses a stream with other bytes
 * behind it, as in an HTTP cache entry.
 */
function* gzipMembers(bytes: Buffer): Generator<number> {
  const [checksum, extra, name, comment] = [2, 4, 8, 16]
  for (const at of magic('1f8b08')(bytes)) {
    if (at + 12 > bytes.length) continue
    const flags = bytes[at + 3] ?? 0
    let start = at + 10
    if (flags & extra) start += 2 + bytes.readUInt16LE(start)
    if (flags & name) start = bytes.indexOf(0, start) + 1
    if (flags & comment) start = bytes.indexOf(0, start) + 1
    yield flags & checksum ? start + 2 : start
  }
}

/** Where the deflated members of a zip begin; stored ones are found as they are. */
function* zipMembers(bytes: Buffer): Generator<number> {
  for (const at of magic('504b0304')(bytes)) {
    if (at + 30 > bytes.length || bytes.readUInt16LE(at + 8) !== 8) continue
    yield at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  }
}

/** Brotli has no magic: the beginning is tried, and the body of an HTTP cache entry, behind its header and key. */
function* brotliStarts(bytes: Buffer): Generator<number> {
  yield 0
  for (const at of magic('305c72a71b6dfbfc')(bytes))
    if (at + 24 <= bytes.length) yield at + 24 + bytes.readUInt32LE(at + 12)
}
