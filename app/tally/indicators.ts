import type { Figures, FiguresTable } from '../contracts/coordinator-figures.ts'
import { type Help, helpKinds } from '../session/visit.ts'

/** Between which numbers a sum lies, from what is shown: the same where nothing of it is hidden. */
export type Between = { least: number; most: number }

/** What funders ask for, by name. `helped` is everyone who was not alone; `oriented` is detection and orientation. */
export const indicators = [
  'structures',
  'uses',
  'helped',
  'oriented',
  'assistance',
  'facilitation',
  'training',
] as const
export type Indicator = (typeof indicators)[number]

const kinds: Record<Exclude<Indicator, 'structures' | 'uses'>, readonly Help[]> = {
  helped: helpKinds.filter((kind) => kind !== 'alone'),
  oriented: ['orientation'],
  assistance: ['assistance'],
  facilitation: ['facilitation'],
  training: ['training'],
}

/** The funders' indicators over the rows shown. `structures` are sites where the charter was accepted. */
export function indicatorsOf(figures: Figures): Record<Indicator, Between> {
  const table = (id: string) => figures.tables.find((one) => one.id === id) ?? emptyTable
  const structures = new Set(table('charter').rows.map(({ siteId }) => siteId)).size
  const helped = (name: keyof typeof kinds) => sumOf(table('help'), kinds[name], figures.threshold)
  return {
    structures: { least: structures, most: structures },
    uses: sumOf(table('help'), helpKinds, figures.threshold),
    helped: helped('helped'),
    oriented: helped('oriented'),
    assistance: helped('assistance'),
    facilitation: helped('facilitation'),
    training: helped('training'),
  }
}

const emptyTable: FiguresTable = { id: '', columns: [], rows: [] }

/** Some columns of a table together, over all its rows or some. */
export function sumOf(
  { columns, rows }: Pick<FiguresTable, 'columns' | 'rows'>,
  wanted: readonly string[],
  threshold: number,
): Between {
  const sum = { least: 0, most: 0 }
  for (const { cells, total } of rows) {
    const isWanted = (column: number) => wanted.includes(columns[column] ?? '')
    const shown = (ofWanted: boolean) =>
      cells.reduce<number>((all, cell, column) => all + (isWanted(column) === ofWanted ? (cell ?? 0) : 0), 0)
    const hides = (ofWanted: boolean) =>
      cells.some((cell, column) => cell === null && isWanted(column) === ofWanted)
    const inside = shown(true)
    const most = (total ?? threshold - 1) - shown(false)
    const isExact = total !== null && !hides(false)
    sum.least += isExact ? most : inside
    sum.most += hides(true) ? most : inside
  }
  return sum
}
