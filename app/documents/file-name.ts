/** Longest name of a document, in bytes of UTF-8: file systems stop at 255, and « (2) » may have to be added. */
export const maxNameBytes = 200

const fallback = 'document'
// What no file system takes (Windows' list is the longest), and the invisible characters that disguise a name.
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu
// A page that makes a document itself gives it an identifier in place of a name.
const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\.|$)/i
const reservedOnWindows = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i

/**
 * A name the server suggested, made safe to keep on any file system and to hand to any tool: no separator, no
 * control, bidirectional or zero-width character, no leading dot or dash, NFC, at most `maxNameBytes`.
 */
export function safeFileName(suggested: string): string {
  const plain = suggested
    .replace(forbidden, '_')
    .normalize('NFC')
    .replace(identifier, fallback)
    .replace(/\s+/g, ' ')
    .replace(/^[\s.-]+|[\s.]+$/g, '')
  const named = plain === '' ? fallback : plain
  return shorten(reservedOnWindows.test(named) ? `_${named}` : named, '')
}

/** The same name, or with « (2) », « (3) »… before its extension when one of `taken` differs from it by case at most. */
export function uniqueFileName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((other) => other.toLowerCase()))
  let candidate = name
  for (let count = 2; used.has(candidate.toLowerCase()); count++) candidate = shorten(name, ` (${count})`)
  return candidate
}

/** Adds `suffix` before the extension, cutting the stem so that the whole fits. */
function shorten(name: string, suffix: string): string {
  const extension = /\.[^. ]{1,16}$/u.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  let room = maxNameBytes - bytesOf(suffix + extension)
  let kept = ''
  for (const character of stem) {
    room -= bytesOf(character)
    if (room < 0) break
    kept += character
  }
  return kept.replace(/[\s.]+$/, '') + suffix + extension
}

/** Length in UTF-8; `text` is well formed. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}
