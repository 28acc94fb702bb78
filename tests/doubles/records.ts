import { count, emptyTally, halfDayOf, type Tally } from '../../app/tally/tally.ts'
import type { Journal, JournalReading } from '../../main/guardian/records/journal.ts'
import type { TallyBook } from '../../main/guardian/records/tally-file.ts'

export type Write = 'open' | 'count' | 'close'

/** Told before and after each write: throwing stands for a disk that fails, never resolving for a power cut. */
export type AroundWrite = (moment: 'before' | 'after', write: Write) => Promise<void> | void

/** What is on the disk of a post, kept from one start of the guardian to the next. */
export type Disk = { journal: JournalReading; tally: Tally }

export const freshDisk = (): Disk => ({ journal: { is: 'unknown' }, tally: emptyTally })

/** The records of a post on such a disk. */
export function recordsOn(
  disk: Disk,
  around: AroundWrite = () => {},
): { journal: Journal; tally: TallyBook } {
  const write = async (name: Write, change: () => void) => {
    await around('before', name)
    change()
    await around('after', name)
  }
  return {
    journal: {
      read: async () => disk.journal,
      open: (sequence, visit) =>
        write('open', () => {
          disk.journal = { is: 'open', sequence, visit }
        }),
      close: (sequence) =>
        write('close', () => {
          disk.journal = { is: 'closed', sequence }
        }),
    },
    tally: {
      countedThrough: async () => disk.tally.countedThrough,
      count: (sequence, use, moment) =>
        write('count', () => {
          disk.tally = count(disk.tally, sequence, use, halfDayOf(moment))
        }),
    },
  }
}
