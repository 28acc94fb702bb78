import { z } from 'zod'

/** Places a person can leave something in. Each is read back on its own. */
export const places = [
  'processes',
  'sessionRoot',
  'clipboard',
  'scanFolders',
  'printQueue',
  'desktopTraces',
  'temporaryFiles',
  'removableMedia',
] as const
export const placeSchema = z.enum(places)
export type Place = z.infer<typeof placeSchema>

/**
 * What reading a place back has shown. `what` and `where` never hold a name the person gave: they count and point
 * at the place itself.
 */
export const placeOutcomeSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('absent'), place: placeSchema }),
  z.object({
    is: z.literal('present'),
    place: placeSchema,
    what: z.string(),
    where: z.string(),
    why: z.string(),
  }),
  z.object({ is: z.literal('unverifiable'), place: placeSchema, where: z.string(), why: z.string() }),
])
export type PlaceOutcome = z.infer<typeof placeOutcomeSchema>

/** The sum of all places. Clean only if every place was read back and found empty. */
export const verdictSchema = z.object({ clean: z.boolean(), places: z.array(placeOutcomeSchema) })
export type Verdict = z.infer<typeof verdictSchema>

/** What no look by hand stands for: while any of it is there, or may be, the next person could meet it. */
const neverByHand: readonly Place[] = ['processes', 'sessionRoot']

/** Whether whoever administers the post may let it go on although this is not clean. */
export function passableByHand(verdict: Verdict): boolean {
  return neverByHand.every((place) => {
    const outcomes = verdict.places.filter((outcome) => outcome.place === place)
    return outcomes.length > 0 && outcomes.every((outcome) => outcome.is === 'absent')
  })
}

/**
 * Judges a read-back. A place that was not read is not clean: silence is no proof.
 * @param outcomes one or more outcomes per place
 */
export function judge(outcomes: readonly PlaceOutcome[]): Verdict {
  const unread = places.filter((place) => !outcomes.some((outcome) => outcome.place === place))
  const all: PlaceOutcome[] = [
    ...outcomes,
    ...unread.map((place) => ({
      is: 'unverifiable' as const,
      place,
      where: place,
      why: 'It was not read back.',
    })),
  ]
  return { clean: all.every((outcome) => outcome.is === 'absent'), places: all }
}
