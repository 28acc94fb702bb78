import { z } from 'zod'
import { type LogOutReport, logOutOutcomes } from '../services/log-out.ts'
import { type EndCause, endCauseSchema } from '../session/visit.ts'
import { type PlaceOutcome, passableByHand, type Verdict } from '../wipe/verdict.ts'

const outcomes = ['absent', 'present', 'unverifiable'] as const satisfies readonly PlaceOutcome['is'][]

/**
 * What is kept of one read-back: no clock time, no name, no address, nothing that tells one person from another of the
 * same day. Places are not closed to those of this version: an old entry must stay readable.
 */
export const entrySchema = z.strictObject({
  /** A session that ended here, one found by a later start or repeated wipe, or a look by whoever administers the post. */
  event: z.enum(['end', 'recovery', 'checkedByHand']),
  /** `2026-11-22`, in the post's own time zone. */
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  /** Number of the session on this post. */
  sequence: z.number().int().nonnegative(),
  /** `null` when nobody can say what was under way. */
  cause: endCauseSchema.nullable(),
  /** The worst outcome of each place. */
  places: z.record(z.string(), z.enum(outcomes)),
  /** How many téléservices were closed in which way; not which. */
  logOuts: z.record(z.enum(logOutOutcomes), z.number().int().nonnegative()),
  verdict: z.enum(['clean', 'notClean', 'acceptedByHand']),
})
export type Entry = z.infer<typeof entrySchema>

/** The entry of a read-back. @param day of the read-back, `2026-11-22` */
export function entryOf(
  event: Entry['event'],
  day: string,
  sequence: number,
  cause: EndCause | null,
  verdict: Verdict,
  logOuts: readonly LogOutReport[],
): Entry {
  const counts = { confirmed: 0, attempted: 0, unavailable: 0 }
  for (const { outcome } of logOuts) counts[outcome] += 1
  return {
    event,
    day,
    sequence,
    cause,
    places: worstOf(verdict.places),
    logOuts: counts,
    verdict: wordFor(event, verdict),
  }
}

function wordFor(event: Entry['event'], verdict: Verdict): Entry['verdict'] {
  if (event === 'checkedByHand' && passableByHand(verdict)) return 'acceptedByHand'
  return verdict.clean ? 'clean' : 'notClean'
}

function worstOf(places: readonly PlaceOutcome[]): Entry['places'] {
  const worst: Entry['places'] = {}
  for (const { place, is } of places) {
    const known = worst[place]
    if (known === undefined || outcomes.indexOf(is) > outcomes.indexOf(known)) worst[place] = is
  }
  return worst
}
