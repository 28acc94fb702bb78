/** Crockford's alphabet: no I, L, O, U, so that what is read aloud or typed from paper is not mistaken. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Bytes as letters and digits, five bits each. */
export function toBase32(bytes: readonly number[]): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text
}

/** The bytes, whatever the case, with O for 0 and I or L for 1, spaces and hyphens left out; `null` for other signs. */
export function fromBase32(text: string): number[] | null {
  const bytes: number[] = []
  let held = 0
  let bits = 0
  for (const sign of text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')) {
    const value = alphabet.indexOf(sign)
    if (value < 0) return null
    held = (held << 5) | value
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((held >> bits) & 255)
    }
    held &= (1 << bits) - 1
  }
  return bytes
}

/** Groups of four: `7KQ2-X9AB…` */
export const inGroups = (text: string): string => text.match(/.{1,4}/g)?.join('-') ?? ''
