import type { Hit } from './search.ts'

/**
 * What became of one artefact: in how many places it was found before the wipe and after it. `refused` is what the
 * program did not let a person leave at all.
 */
export type Row = { artefact: string; planted: 'yes' | 'no' | 'refused'; before: number; after: number }

/**
 * One row per artefact, in the order they were planted; then those that were found without having been planted.
 * A row proves something only if it was found before.
 */
export function canaryRows(planted: readonly string[], before: readonly Hit[], after: readonly Hit[]): Row[] {
  const found = [...before, ...after].map((hit) => hit.artefact)
  return [...new Set([...planted, ...found])].map((artefact) => ({
    artefact,
    planted: planted.includes(artefact) ? ('yes' as const) : ('no' as const),
    before: before.filter((hit) => hit.artefact === artefact).length,
    after: after.filter((hit) => hit.artefact === artefact).length,
  }))
}

/** The rows as a table for the terminal. */
export function canaryTable(rows: readonly Row[]): string {
  const cells = [
    ['artefact', 'planted', 'found before', 'found after'],
    ...rows.map((row) => [row.artefact, row.planted, `${row.before}`, `${row.after}`]),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  return cells
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}
