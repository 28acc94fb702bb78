/** What became of one hostile thing: entries found before and after the wipe, and files lost outside the place. */
export type Row = {
  row: string
  place: string
  planted: string
  before: number
  after: number
  outsideLost: number
  seconds: number
}

/** The row of one trial. */
export function rowOf(
  thing: { row: string; planted: string },
  place: string,
  trial: Omit<Row, 'row' | 'planted' | 'place'>,
): Row {
  const { before, after, outsideLost, seconds } = trial
  return { row: thing.row, place, planted: thing.planted, before, after, outsideLost, seconds }
}

declare module 'vitest' {
  interface TaskMeta {
    row?: Row
    /** Why a row cannot be here. */
    notHere?: string
  }
}
