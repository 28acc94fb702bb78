/**
 * Decodes one raw Snappy block: a varint with the length, then literals and copies of what came before.
 * Layout: google/snappy, format_description.txt.
 * @returns null where the bytes are no Snappy block
 */
export function decodeSnappy(input: Buffer): Buffer | null {
  const header = varint(input, 0)
  // A copy of 64 bytes takes two bytes at least: a longer promise is no Snappy.
  if (header === null || header.value > input.length * 32) return null
  const output = Buffer.alloc(header.value)
  let read = header.next
  let written = 0
  while (written < output.length) {
    const tag = input[read++]
    if (tag === undefined) return null
    if ((tag & 3) === 0) {
      const extra = Math.max(0, (tag >> 2) - 59)
      if (read + extra > input.length) return null
      const length = 1 + (extra === 0 ? tag >> 2 : input.readUIntLE(read, extra))
      read += extra
      if (read + length > input.length || written + length > output.length) return null
      written += input.copy(output, written, read, read + length)
      read += length
      continue
    }
    const width = [0, 1, 2, 4][tag & 3] ?? 0
    if (read + width > input.length) return null
    const short = width === 1
    const length = short ? 4 + ((tag >> 2) & 7) : 1 + (tag >> 2)
    const offset = input.readUIntLE(read, width) + (short ? (tag >> 5) << 8 : 0)
    read += width
    if (offset === 0 || offset > written || written + length > output.length) return null
    // Byte by byte: a copy may overlap what it writes.
    for (let index = 0; index < length; index++, written++) output[written] = output[written - offset] ?? 0
  }
  return output
}

/** Reads a little-endian base-128 number of up to 32 bits, as Snappy and LevelDB write their lengths. */
export function varint(bytes: Buffer, at: number): { value: number; next: number } | null {
  let value = 0
  for (let index = 0; index < 5; index++) {
    const byte = bytes[at + index]
    if (byte === undefined) return null
    value += (byte & 0x7f) * 2 ** (7 * index)
    if (byte < 0x80) return { value, next: at + index + 1 }
  }
  return null
}
