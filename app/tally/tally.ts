import { z } from 'zod'
import type { ServiceCategory } from '../services/service.ts'
import type { EndCause, Visit } from '../session/visit.ts'
import type { Note } from './note.ts'

/**
 * What a post counts. No identifier, no time finer than a half-day, no address, no row per session: each family is
 * counted apart, so that they cannot be joined again. Counters only grow.
 */
export const tallySchema = z.strictObject({
  /** The last session counted: counting it again changes nothing. */
  countedThrough: z.number().int().nonnegative(),
  /** Key (see `keysOf`) → count. */
  counts: z.record(z.string(), z.number().int().positive()),
})
export type Tally = z.infer<typeof tallySchema>

export const emptyTally: Tally = { countedThrough: 0, counts: {} }

/** A day (`2026-11-22`) and which half of it, in the post's own time zone. */
export type HalfDay = { day: string; half: 'am' | 'pm' }

/**
 * How a session's wipe was proven: read back clean at its end, by a later try or start, or accepted by whoever
 * administers the post. Without one of these nobody sits down at the post, and nothing is counted.
 */
export const proofs = ['clean', 'cleanLater', 'acceptedByHand'] as const
export type Proof = (typeof proofs)[number]

/** One use, as it is counted. */
export type Use = {
  visit: Visit
  cause: EndCause
  charterVersion: string
  /** Kinds of téléservices opened, each once. */
  categories: readonly ServiceCategory[]
  proof: Proof
}

/** The half-day of a moment: all that is kept of it. */
export function halfDayOf(moment: Date): HalfDay {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return { day, half: moment.getHours() < 13 ? 'am' : 'pm' }
}

/** Adds a use once: a sequence number already counted leaves the tally as it was. */
export function count(tally: Tally, sequence: number, use: Use, when: HalfDay): Tally {
  if (sequence <= tally.countedThrough) return tally
  const counts = { ...tally.counts }
  for (const key of keysOf(use, when)) counts[key] = (counts[key] ?? 0) + 1
  return { countedThrough: sequence, counts }
}

/** Adds scanned pages that arrived when they could belong to nobody: how many, in which half-day, nothing else. */
export function countLatePages(tally: Tally, pages: number, when: HalfDay): Tally {
  const key = `${when.day}/${when.half}/latePage`
  return { ...tally, counts: { ...tally.counts, [key]: (tally.counts[key] ?? 0) + pages } }
}

/** Adds something that was said or found once, in a half-day. */
export function countNote(tally: Tally, note: Note, when: HalfDay): Tally {
  const key = `${when.day}/${when.half}/${note.family}/${note.value}`
  return { ...tally, counts: { ...tally.counts, [key]: (tally.counts[key] ?? 0) + 1 } }
}

/** `2026-11-22/am/session/help=alone/end=person` and the like: one key per family. */
function keysOf(use: Use, when: HalfDay): string[] {
  const at = `${when.day}/${when.half}`
  return [
    `${at}/session/help=${use.visit.help}/end=${use.cause}`,
    `${at}/language/${use.visit.language}`,
    `${at}/charter/${use.charterVersion}`,
    `${at}/verdict/${use.proof}`,
    ...[...new Set(use.categories)].map((category) => `${at}/service/${category}`),
  ]
}
