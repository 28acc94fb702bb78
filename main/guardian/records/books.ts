import { type Entry, entryOf } from '../../../app/receipt/entry.ts'
import type { LogOutReport } from '../../../app/services/log-out.ts'
import type { EndCause, Visit } from '../../../app/session/visit.ts'
import type { Note } from '../../../app/tally/note.ts'
import { halfDayOf, type Proof, type Use } from '../../../app/tally/tally.ts'
import type { Verdict } from '../../../app/wipe/verdict.ts'
import { errorCode } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'
import type { Scheduler } from '../../lib/scheduler.ts'
import type { Backlog } from './backlog.ts'
import type { Journal, JournalReading } from './journal.ts'
import type { ReceiptLog } from './receipt-log.ts'
import type { TallyBook } from './tally-file.ts'

export type BookParts = {
  journal: Journal
  tally: TallyBook
  receipts: ReceiptLog
  /** Writes that wait for the disk, of the counts and of the receipts. */
  backlogs: { tally: Backlog; receipts: Backlog }
  scheduler: Scheduler
}

/** A session that has ended without a clean verdict: what is to be counted once the verdict is clean. */
export type Unsettled = { visit: Visit; cause: EndCause }

/** Journal, counts and receipts of a post, kept in step: no session is lost, invented, counted or proven twice. */
export type Books = {
  /** Takes up what the last start left, and what the disk refused. Never throws. */
  takeUp(): Promise<void>
  unsettled(): Unsettled | null
  /** Opens the next session. @returns why it cannot be, or `null` */
  open(visit: Visit): Promise<string | null>
  ended(session: Unsettled): void
  /** Keeps a read-back: a clean one until it is settled, so that nobody waits for the disk; any other is written at once. */
  prove(event: 'end' | 'recovery', verdict: Verdict, logOuts?: LogOutReport[]): Promise<void>
  /** Writes a check by hand. @returns whether it is on the disk */
  recordCheck(verdict: Verdict): Promise<boolean>
  /** Shows that a session could be opened next: rather staff read why it cannot than a person meets it. @returns why */
  tryJournal(): Promise<string | null>
  /** Counts the use, writes its proof and closes the journal entry. Never throws. */
  settle(use: Omit<Use, 'proof'>): Promise<void>
  /** Counts what was said or found once. Never throws. */
  note(note: Note): Promise<void>
  /** Tries what waits in memory once more, before the post stops and it would be lost. Never throws. */
  leave(): Promise<void>
}

export function keepBooks({ journal, tally, receipts, backlogs, scheduler }: BookParts): Books {
  let sequence = 0
  let unsettled: Unsettled | null = null
  let proof: Entry | null = null
  /** Asked once: afterwards we know better than the disk does. */
  let before: JournalReading | undefined

  const entry = (event: Entry['event'], verdict: Verdict, logOuts: readonly LogOutReport[] = []): Entry => {
    const { day } = halfDayOf(scheduler.today())
    return entryOf(event, day, sequence, unsettled?.cause ?? null, verdict, logOuts)
  }
  const catchUp = async () => {
    await backlogs.tally.catchUp()
    await backlogs.receipts.catchUp()
  }
  const addReceipt = (receipt: Entry) => backlogs.receipts.add(() => receipts.append(receipt))

  return {
    unsettled: () => unsettled,

    takeUp: async () => {
      if (before === undefined) {
        before = await journal.read()
        const counted = await tally.countedThrough().catch(unreadable('the counts'))
        const proven = await receipts.provenThrough().catch(unreadable('the receipt log'))
        sequence = Math.max(counted, proven, before.is === 'unknown' ? 0 : before.sequence)
        if (before.is === 'open' && before.visit !== null) unsettled = { visit: before.visit, cause: 'crash' }
      }
      await catchUp()
    },

    open: async (visit) => {
      sequence += 1
      const problem = await problemOf(journal.open(sequence, visit))
      // What may have reached the disk all the same must not be taken for a session that crashed.
      if (problem !== null) await problemOf(journal.close(sequence))
      return problem
    },

    ended: (session) => {
      unsettled = session
    },

    prove: async (event, verdict, logOuts) => {
      proof = entry(event, verdict, logOuts)
      if (!verdict.clean) await addReceipt(proof)
    },

    recordCheck: async (verdict) => {
      // It stands for the proof that there was not.
      proof = null
      return (await problemOf(receipts.append(entry('checkedByHand', verdict)))) === null
    },

    tryJournal: () =>
      problemOf(unsettled === null ? journal.close(sequence) : journal.open(sequence, unsettled.visit)),

    settle: async (use) => {
      const [number, moment, receipt] = [sequence, scheduler.today(), proof]
      unsettled = null
      proof = null
      // None holds up the others, nor the post.
      await backlogs.tally.add(() => tally.count(number, { ...use, proof: proofOf(receipt) }, moment))
      if (receipt !== null) await addReceipt(receipt)
      await problemOf(journal.close(number))
    },

    note: async (note) => {
      const moment = scheduler.today()
      await backlogs.tally.add(() => tally.countNote(note, moment))
    },

    leave: catchUp,
  }
}

/** @param receipt of the clean read-back that settles a use; a look by hand stands for the one there was not */
function proofOf(receipt: Entry | null): Proof {
  if (receipt === null) return 'acceptedByHand'
  return receipt.event === 'end' ? 'clean' : 'cleanLater'
}

/** Why a write has failed, told to the log too; `null` when it has not. */
async function problemOf(write: Promise<void>): Promise<string | null> {
  try {
    await write
    return null
  } catch (error) {
    const problem = error instanceof Error ? error.message : 'a record could not be written'
    log.error(problem)
    return problem
  }
}

/** A record that cannot be read is no reason to keep people from the post: the others still number the sessions. */
function unreadable(record: string): (error: unknown) => number {
  return (error) => {
    log.error({ code: errorCode(error) }, `${record} cannot be read`)
    return 0
  }
}
