import type { Entry } from '../../app/receipt/entry.ts'

/** A clean end of a session of nobody. */
export function entryAt(day: string, sequence: number, other: Partial<Entry> = {}): Entry {
  return {
    event: 'end',
    day,
    sequence,
    cause: 'person',
    places: { processes: 'absent', sessionRoot: 'absent' },
    logOuts: { confirmed: 1, attempted: 0, unavailable: 0 },
    verdict: 'clean',
    ...other,
  }
}
