import { kindOf, LONGEST_ARTEFACT } from './token.ts'

/** One way the token can be written in bytes. */
export type Needle = {
  encoding: string
  bytes: Buffer
  /** The artefact whose canary begins at `at`. */
  kindAt(haystack: Buffer, at: number): string
}

/** The most bytes one artefact takes: each character as %XX, in UTF-16. */
export const LONGEST_NEEDLE_BYTES = LONGEST_ARTEFACT * 3 * 2

type Form = { name: string; text: string; decode(text: string): string }

/** Every encoding of a token to look for. A file name is searched in the same way as bytes. */
export function needles(token: string): Needle[] {
  const forms = [plain(token), percent(token, 'upper'), percent(token, 'lower'), ...base64(token)]
  return forms.flatMap((form) =>
    (['utf8', 'utf16le'] as const).map((width) => ({
      encoding: width === 'utf8' ? form.name : `${form.name} in UTF-16LE`,
      bytes: Buffer.from(form.text, width),
      kindAt: (haystack, at) =>
        kindOf(token, form.decode(haystack.subarray(at, at + LONGEST_NEEDLE_BYTES).toString(width))),
    })),
  )
}

function plain(token: string): Form {
  return { name: 'text', text: token, decode: (text) => text }
}

/** Ordinary encoders leave a–z and 0–9 alone; this is for the ones that escape every byte. */
function percent(token: string, letters: 'upper' | 'lower'): Form {
  const escaped = token.replaceAll(/./g, (character) => `%${character.charCodeAt(0).toString(16)}`)
  return {
    name: 'percent-encoded',
    text: letters === 'upper' ? escaped.toUpperCase() : escaped,
    decode: (text) =>
      text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  }
}

/**
 * The three alignments of base64, each without the characters that also hold bits of the neighbours. The url-safe
 * alphabet differs in two characters only, which no run of a–z and 0–9 can produce: one form serves both.
 */
function base64(token: string): Form[] {
  return [0, 1, 2].map((bytesBefore) => {
    const encoded = Buffer.from('\0'.repeat(bytesBefore) + token).toString('base64url')
    const sharedAtStart = [0, 2, 3][bytesBefore] ?? 0
    const sharedAtEnd = (bytesBefore + token.length) % 3 === 0 ? 0 : 1
    return {
      name: 'base64',
      text: encoded.slice(sharedAtStart, encoded.length - sharedAtEnd),
      decode: (text) =>
        Buffer.from('A'.repeat(sharedAtStart) + text, 'base64')
          .subarray(bytesBefore)
          .toString('latin1'),
    }
  })
}
