import { textTable } from '../text-table.ts'
import type { Hit } from './search.ts'

/**
 * What became of one artefact: in how many places it was found while the session lasted, after its end, and after the
 * program was quit and started again. `refused` is what the program did not let a person leave at all.
 */
export type Row = {
  artefact: string
  planted: 'yes' | 'no' | 'refused'
  before: number
  after: number
  afterRestart: number
}

/** What was found by the looks of one test, in the order of its columns. */
export type Found = { before: readonly Hit[]; after: readonly Hit[]; afterRestart: readonly Hit[] }

/**
 * One row per artefact, in the order they were planted; then those that were found without having been planted.
 * A row proves something only if it was found before.
 */
export function canaryRows(planted: readonly string[], found: Found): Row[] {
  const all = [...found.before, ...found.after, ...found.afterRestart].map((hit) => hit.artefact)
  return [...new Set([...planted, ...all])].map((artefact) => {
    const count = (hits: readonly Hit[]) => hits.filter((hit) => hit.artefact === artefact).length
    return {
      artefact,
      planted: planted.includes(artefact) ? ('yes' as const) : ('no' as const),
      before: count(found.before),
      after: count(found.after),
      afterRestart: count(found.afterRestart),
    }
  })
}

/** The rows as a table for the terminal. */
export function canaryTable(rows: readonly Row[]): string {
  return textTable(
    ['artefact', 'planted', 'found before', 'found after end', 'found after restart'],
    rows.map(({ artefact, planted, before, after, afterRestart }) => [
      artefact,
      planted,
      `${before}`,
      `${after}`,
      `${afterRestart}`,
    ]),
  )
}
