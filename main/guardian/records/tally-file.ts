import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Note } from '../../../app/tally/note.ts'
import { addGrowth, type DayCounts } from '../../../app/tally/series.ts'
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

/** day → series → counters: what a coordinator is told. */
export type CountedDays = { days(): Promise<Record<string, DayCounts>> }

const counters = z.record(z.string(), z.number().int().positive())
/** Beside the sums, the same counts by the series they were counted in, in one file so that neither is ahead. */
const fileSchema = tallySchema.extend({
  days: z.record(z.string(), z.record(z.string(), counters)).default({}),
})
type TallyOnDisk = z.infer<typeof fileSchema>

/**
 * Counters in one file. A damaged file is set aside, never overwritten: an admin can still look at it. Each start, and each
 * file begun anew, counts in a series of its own: what stood on an older disk is never continued.
 * @param onCounted told after each write
 */
export function fileTally(
  path: string,
  setAside: (path: string) => Promise<void>,
  onCounted: () => void = () => {},
): TallyBook & CountedDays {
  let series = newSeries()
  const read = async (): Promise<TallyOnDisk> => {
    const text = await readIfThere(path)
    if (text === null) return { ...emptyTally, days: {} }
    try {
      return fileSchema.parse(JSON.parse(text))
    } catch {
      await setAside(path)
      series = newSeries()
      return { ...emptyTally, days: {} }
    }
  }
  const grow = async (change: (tally: Tally) => Tally): Promise<void> => {
    const { days, ...before } = await read()
    const after = change(before)
    if (after === before) return
    const grown = addGrowth(days, series, before.counts, after.counts)
    await writeDurably(path, JSON.stringify({ ...after, days: grown }))
    onCounted()
  }
  return {
    countedThrough: async () => (await read()).countedThrough,
    count: (sequence, use, moment) => grow((tally) => count(tally, sequence, use, halfDayOf(moment))),
    countLatePages: (pages, moment) => grow((tally) => countLatePages(tally, pages, halfDayOf(moment))),
    days: async () => (await read()).days,
    countNote: (note, moment) => grow((tally) => countNote(tally, note, halfDayOf(moment))),
  }
}

const newSeries = () => randomBytes(9).toString('base64url')
