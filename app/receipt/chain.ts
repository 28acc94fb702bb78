/**
 * The receipt log as a chain of lines: each is sealed by a hash over itself and the seal before it, so that one that was
 * removed or altered shows. It shows mishaps and meddling with single lines; whoever can write the files can forge all of
 * them anew, for the post holds no secret to sign with.
 *
 *     {"dropped":41,"hash":"…"}                        the anchor: lines up to 41 were old enough to be removed
 *     {"number":42,"event":"end", … ,"hash":"…"}
 */
import { z } from 'zod'
import { type Entry, entrySchema } from './entry.ts'

/** SHA-256 of a text, in hexadecimal digits. */
export type Hash = (text: string) => string

/** A line of the chain, as the next is sealed to it. */
export const linkSchema = z.strictObject({
  number: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type Link = z.infer<typeof linkSchema>

/** What the first line is sealed to. */
export const origin: Link = { number: 0, hash: '0'.repeat(64) }

const sealedSchema = entrySchema.extend(linkSchema.shape)
const anchorSchema = z.strictObject({ dropped: linkSchema.shape.number, hash: linkSchema.shape.hash })

/** A line as it was read. `text` is what its seal is over, to the byte. */
export type Line = { is: 'entry'; link: Link; entry: Entry; text: string } | { is: 'anchor'; link: Link }

/** The line that follows `previous`. */
export function seal(previous: Link, entry: Entry, hash: Hash): { text: string; link: Link } {
  const number = previous.number + 1
  const text = JSON.stringify({ number, ...entry })
  const link = { number, hash: hash(previous.hash + text) }
  return { text: `${text.slice(0, -1)},"hash":"${link.hash}"}`, link }
}

/** Reads one line; `null` when it is none. Whether its seal holds is for `verify` to say. */
export function readLine(line: string): Line | null {
  const json = parsed(line)
  const anchor = anchorSchema.safeParse(json)
  if (anchor.success) return { is: 'anchor', link: { number: anchor.data.dropped, hash: anchor.data.hash } }
  const sealed = sealedSchema.safeParse(json)
  if (!sealed.success) return null
  const { number, hash, ...entry } = sealed.data
  return { is: 'entry', link: { number, hash }, entry, text: line.replace(/,"hash":"[0-9a-f]{64}"\}$/, '}') }
}

export type Verification =
  | { is: 'whole'; lines: number }
  | { is: 'removed' | 'altered'; number: number }
  /** The end of the log is not known, so that nobody can say whether its last lines are there. */
  | { is: 'endUnknown' }

/**
 * Follows the chain from its anchor to its end.
 * @param head the last line as it was noted apart, which lines missing at the end are recognised by; it may be one
 *   behind, when the power went between the two writes
 */
export function verify(lines: readonly string[], head: Link | null, hash: Hash): Verification {
  let before = origin
  let last = origin
  for (const [index, text] of lines.entries()) {
    const line = readLine(text)
    const number = last.number + 1
    if (line === null) return { is: 'altered', number }
    if (line.is === 'anchor') {
      if (index > 0) return { is: 'altered', number }
      before = last = line.link
      continue
    }
    if (line.link.number > number) return { is: 'removed', number }
    if (line.link.number < number) return { is: 'altered', number }
    if (hash(last.hash + line.text) !== line.link.hash) return { is: 'altered', number }
    before = last
    last = line.link
  }
  return ending(before, last, head, lines.length)
}

function ending(before: Link, last: Link, head: Link | null, lines: number): Verification {
  const whole: Verification = { is: 'whole', lines }
  if (head === null) return last.number <= 1 ? whole : { is: 'endUnknown' }
  if (head.number > last.number) return { is: 'removed', number: last.number + 1 }
  if (isSame(head, last) || isSame(head, before)) return whole
  return { is: 'altered', number: last.number }
}

const isSame = (a: Link, b: Link) => a.number === b.number && a.hash === b.hash

/**
 * The log without what is too old to be kept, as an anchor and the lines after it; `null` when nothing is.
 * @param firstDay the first day to keep, `2026-11-22`
 */
export function withoutOld(lines: readonly string[], firstDay: string): string[] | null {
  const read = lines.map(readLine)
  const kept = read.findIndex(
    (line) => line?.is !== 'anchor' && !(line !== null && line.entry.day < firstDay),
  )
  const dropped = read[(kept === -1 ? read.length : kept) - 1]
  if (dropped == null || dropped.is === 'anchor') return null
  const anchor = JSON.stringify({ dropped: dropped.link.number, hash: dropped.link.hash })
  return [anchor, ...(kept === -1 ? [] : lines.slice(kept))]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
