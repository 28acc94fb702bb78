import { stat } from 'node:fs/promises'
import type { Began } from '../records/journal.ts'

/**
 * The moment since which there may be something of a person in a place that is shared with the machine: what is older
 * is someone else's, and stays. @throws when nothing can tell
 */
export type SessionMoment = () => Promise<Date>

/**
 * As the journal tells it. Where it cannot, or the clock was set back since: as old as the post itself.
 * @param started when this guardian started: with a closed journal, nothing older is a person's
 */
export function sessionMoment(
  journal: { began(): Promise<Began> },
  stateFolder: string,
  started: Date = new Date(),
): SessionMoment {
  return async () => {
    const began = await journal.began()
    if (began === 'closed') return started
    if (began !== 'unknown' && began.getTime() <= Date.now()) return began
    const { birthtimeMs, ctimeMs } = await stat(stateFolder)
    // File systems that keep no birth tell 0.
    return new Date(birthtimeMs === 0 ? ctimeMs : birthtimeMs)
  }
}
