import { z } from 'zod'
import { type Visit, visitSchema } from '../../../app/session/visit.ts'
import { readIfThere, writeDurably } from '../../lib/durable-file.ts'

const entrySchema = z.strictObject({
  version: z.literal(1),
  /** Number of the session on this post: tells a session counted from one that was not. */
  sequence: z.number().int().nonnegative(),
  state: z.enum(['open', 'closed']),
  visit: visitSchema.nullable(),
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
  /** @throws when the entry cannot be made durable: then no visitor may be shown */
  open(sequence: number, visit: Visit): Promise<void>
  close(sequence: number): Promise<void>
}

/** A journal in one small file. */
export function fileJournal(path: string): Journal {
  const write = (sequence: number, visit: Visit | null) =>
    writeDurably(
      path,
      JSON.stringify({ version: 1, sequence, state: visit === null ? 'closed' : 'open', visit }),
    )
  return {
    read: async () => {
      try {
        const entry = entrySchema.parse(JSON.parse((await readIfThere(path)) ?? ''))
        const { sequence, visit } = entry
        return entry.state === 'closed' ? { is: 'closed', sequence } : { is: 'open', sequence, visit }
      } catch {
        return { is: 'unknown' }
      }
    },
    open: (sequence, visit) => write(sequence, visit),
    close: (sequence) => write(sequence, null),
  }
}
