import type { Note } from '../../../app/tally/note.ts'
import {
  count,
  countLatePages,
  countNote,
  emptyTally,
  halfDayOf,
  type Tally,
  tallySchema,
  type Use,
} from '../../../app/tally/tally.ts'
import { readIfThere, writeDurably } from '../../lib/durable-file.ts'

/** The post's counters on disk. */
export type TallyBook = {
  /** The last session counted. */
  countedThrough(): Promise<number>
  /** Counts a use once, durably. @throws when it cannot be written: then it is not counted */
  count(sequence: number, use: Use, moment: Date): Promise<void>
  /** Counts scanned pages that could belong to nobody. @throws when it cannot be written: then they are not counted */
  countLatePages(pages: number, moment: Date): Promise<void>
  /** Counts a note. @throws when it cannot be written: then it is not counted */
  countNote(note: Note, moment: Date): Promise<void>
}

/** Counters in one file. A damaged file is set aside, never overwritten: an admin can still look at it. */
export function fileTally(path: string, setAside: (path: string) => Promise<void>): TallyBook {
  const read = async (): Promise<Tally> => {
    const text = await readIfThere(path)
    if (text === null) return emptyTally
    try {
      return tallySchema.parse(JSON.parse(text))
    } catch {
      await setAside(path)
      return emptyTally
    }
  }
  return {
    countedThrough: async () => (await read()).countedThrough,
    count: async (sequence, use, moment) => {
      const before = await read()
      const after = count(before, sequence, use, halfDayOf(moment))
      if (after !== before) await writeDurably(path, JSON.stringify(after))
    },
    countLatePages: async (pages, moment) => {
      await writeDurably(path, JSON.stringify(countLatePages(await read(), pages, halfDayOf(moment))))
    },
    countNote: async (note, moment) => {
      await writeDurably(path, JSON.stringify(countNote(await read(), note, halfDayOf(moment))))
    },
  }
}
