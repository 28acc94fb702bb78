import type { Entry } from '../../app/receipt/entry.ts'
import { count, countLatePages, countNote, emptyTally, halfDayOf, type Tally } from '../../app/tally/tally.ts'
import { keepBacklog } from '../../main/guardian/records/backlog.ts'
import type { JournalReading } from '../../main/guardian/records/journal.ts'
import type { Reserve } from '../../main/guardian/records/reserve.ts'
import type { SessionParts } from '../../main/guardian/session-duties.ts'

export type Write = 'open' | 'count' | 'receipt' | 'close'

/** Told before and after each write: throwing stands for a disk that fails, never resolving for a power cut. */
export type AroundWrite = (moment: 'before' | 'after', write: Write) => Promise<void> | void

/** What is on the disk of a post, kept from one start of the guardian to the next. */
export type Disk = { journal: JournalReading; tally: Tally; receipts: Entry[] }

export const freshDisk = (): Disk => ({ journal: { is: 'unknown' }, tally: emptyTally, receipts: [] })

/** The records of a post on such a disk. */
export function recordsOn(
  disk: Disk,
  around: AroundWrite = () => {},
): Pick<SessionParts, 'journal' | 'tally' | 'receipts' | 'backlogs'> {
  const write = async (name: Write, change: () => void) => {
    await around('before', name)
    change()
    await around('after', name)
  }
  const reserve: Reserve = { within: (write) => write() }
  const provenThrough = () => Math.max(0, ...disk.receipts.filter(isProof).map(({ sequence }) => sequence))
  return {
    backlogs: { tally: keepBacklog('tally', reserve), receipts: keepBacklog('receipts', reserve) },
    receipts: {
      provenThrough: async () => provenThrough(),
      append: (entry) =>
        write('receipt', () => {
          if (isProof(entry) && entry.sequence <= provenThrough()) return
          disk.receipts.push(entry)
        }),
    },
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
      countLatePages: (pages, moment) =>
        write('count', () => {
          disk.tally = countLatePages(disk.tally, pages, halfDayOf(moment))
        }),
      countNote: (note, moment) =>
        write('count', () => {
          disk.tally = countNote(disk.tally, note, halfDayOf(moment))
        }),
    },
  }
}

const isProof = ({ event, verdict }: Entry) => verdict !== 'notClean' && event !== 'checkedByHand'
