import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Visit, visitSchema } from '../../../app/session/visit.ts'
import { readInPlace, writeInPlace } from '../../lib/fixed-file.ts'
import { diskTrouble } from './disk-trouble.ts'

const entrySchema = z.strictObject({
  version: z.literal(1),
  /** Number of the session on this post: tells a session counted from one that was not. */
  sequence: z.number().int().nonnegative(),
  state: z.enum(['open', 'closed']),
  visit: visitSchema.nullable(),
  /** Since 1970, while a session is under way or not proven clean: tells what it left from what was there before. */
  beganMilliseconds: z.number().int().nonnegative().nullable(),
})

/**
 * What the journal says of the session before this start. `unknown` (lost, damaged, from another version) is
 * treated like an open one, except that nobody can say what was under way.
 */
export type JournalReading =
  | { is: 'closed'; sequence: number }
  | { is: 'open'; sequence: number; visit: Visit | null }
  | { is: 'unknown' }

/** The marker that a person's session is under way: durable before anything of it can be seen. */
export type Journal = {
  read(): Promise<JournalReading>
  /** @throws when the entry cannot be made durable, saying why: then no visitor may be shown */
  open(sequence: number, visit: Visit): Promise<void>
  close(sequence: number): Promise<void>
}

/** When the session began that is under way, or not proven clean; `unknown` when the journal cannot say. */
export type Began = Date | 'closed' | 'unknown'

/** A journal in one small file, written in place: it can be opened and closed on a disk that has become full. */
export function fileJournal(path: string): Journal & { began(): Promise<Began> } {
  const write = async (sequence: number, visit: Visit | null, began: Date | null) => {
    const state = visit === null ? 'closed' : 'open'
    const beganMilliseconds = began?.getTime() ?? null
    try {
      await writeInPlace(path, { version: 1, sequence, state, visit, beganMilliseconds })
    } catch (error) {
      throw new Error(diskTrouble(path, error), { cause: error })
    }
  }
  const began = async (): Promise<Began> => {
    const read = entrySchema.safeParse(await readInPlace(path))
    if (!read.success) return 'unknown'
    const { state, beganMilliseconds } = read.data
    if (state === 'closed') return 'closed'
    return beganMilliseconds === null ? 'unknown' : new Date(beganMilliseconds)
  }
  return {
    read: async () => {
      const read = entrySchema.safeParse(await readInPlace(path))
      if (!read.success) return { is: 'unknown' }
      const { state, sequence, visit } = read.data
      return state === 'closed' ? { is: 'closed', sequence } : { is: 'open', sequence, visit }
    },
    began,
    open: async (sequence, visit) => {
      const before = await began()
      // Written again until it is proven clean: what it left is as old as its first entry.
      await write(sequence, visit, before instanceof Date ? before : new Date())
    },
    close: (sequence) => write(sequence, null, null),
  }
}

/** What the journal of a state folder says to whoever only looks; `none`: the post has never started. */
export async function journalStanding(stateFolder: string): Promise<JournalReading['is'] | 'none'> {
  const file = join(stateFolder, 'journal.json')
  const isThere = await stat(file).then(
    () => true,
    () => false,
  )
  return isThere ? (await fileJournal(file).read()).is : 'none'
}
