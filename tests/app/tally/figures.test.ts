import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountRow, Figures, FiguresTable } from '../../../app/contracts/coordinator-figures.ts'
import { endCauses, helpKinds } from '../../../app/session/visit.ts'
import { csvOf, exportRows } from '../../../app/tally/export.ts'
import { figuresOf, knownColumns } from '../../../app/tally/figures.ts'
import { indicatorsOf, sumOf } from '../../../app/tally/indicators.ts'
import { stretchesOf } from '../../../app/tally/stretch.ts'

const sites = [
  { id: 'dax', name: 'Dax' },
  { id: 'mont', name: 'Mont-de-Marsan' },
]
const year = { from: '2026-W01', to: '2026-W53' }
const session = (week: string, siteId: string, help: string, count: number, end = 'person'): CountRow[] => [
  { week, siteId, key: `am/session/help=${help}/end=${end}`, count },
  { week, siteId, key: 'am/charter/1', count },
]
const tableOf = (figures: Figures, id: string) => figures.tables.find((table) => table.id === id)

test('weeks too small to be shown alone are counted with those that follow; what is left waits', () => {
  const uses = { '2026-W02': 20, '2026-W03': 4, '2026-W04': 3, '2026-W06': 5, '2026-W07': 11, '2026-W08': 2 }
  expect(stretchesOf(new Map(Object.entries(uses)), 11)).toEqual([
    { from: '2026-W02', to: '2026-W02' },
    { from: '2026-W03', to: '2026-W06' },
    { from: '2026-W07', to: '2026-W07' },
  ])
})

test('a small place is counted in the end, and no week of it is shown alone', () => {
  const rows = ['W10', 'W11', 'W12'].flatMap((week) => session(`2026-${week}`, 'dax', 'alone', 6))
  const help = tableOf(figuresOf(rows, sites, year, 11), 'help')
  expect(help?.columns).toEqual(['alone', 'orientation', 'assistance', 'facilitation', 'training'])
  expect(help?.rows).toEqual([
    { from: '2026-W10', to: '2026-W11', siteId: 'dax', cells: [12, 0, 0, 0, 0], total: 12 },
  ])
})

test('indicators are exact where nothing is hidden, and between two numbers where something is', () => {
  const rows = [
    ...session('2026-W10', 'dax', 'orientation', 30),
    ...session('2026-W10', 'dax', 'alone', 50),
    ...session('2026-W10', 'mont', 'alone', 40),
    ...session('2026-W10', 'mont', 'assistance', 3),
    ...session('2026-W10', 'mont', 'orientation', 20),
  ]
  const figures = figuresOf(rows, sites, year, 11)
  const shown = indicatorsOf(figures)
  expect(shown.structures).toEqual({ least: 2, most: 2 })
  expect(shown.uses).toEqual({ least: 143, most: 143 })
  expect(shown.helped).toEqual({ least: 53, most: 53 })
  expect(shown.oriented).toEqual({ least: 30, most: 53 })
  expect(shown.assistance).toEqual({ least: 0, most: 23 })
})

const families = Object.entries(knownColumns).filter(([id]) => id !== 'halfDay')
const oneKey = fc.oneof(
  fc
    .tuple(fc.constantFrom(...helpKinds), fc.constantFrom(...endCauses))
    .map(([help, end]) => `session/help=${help}/end=${end}`),
  ...families
    .filter(([id]) => id !== 'help' && id !== 'end')
    .map(([id, columns]) => {
      if (id === 'latePage') return fc.constant(id)
      return fc.constantFrom(...columns, 'new1', 'new2').map((column) => `${id}/${column}`)
    }),
)
const aWeek = fc.integer({ min: 1, max: 12 }).map((week) => `2026-W${String(week).padStart(2, '0')}`)
const anyRow = fc.record({
  week: aWeek,
  siteId: fc.constantFrom('dax', 'mont'),
  key: fc.tuple(fc.constantFrom('am', 'pm'), oneKey).map((parts) => parts.join('/')),
  count: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 })),
})
const anyRows = fc.array(anyRow, { minLength: 40, maxLength: 200, size: 'max' })
const anyRange = fc.tuple(aWeek, aWeek).map((weeks) => weeks.sort())

test('whatever is asked, rows are the same and never overlap: no two answers can be subtracted', () => {
  fc.assert(
    fc.property(anyRows, fc.array(anyRange, { maxLength: 6 }), (rows, ranges) => {
      const seen = new Map<string, string>()
      const weeks = new Map<string, string>()
      for (const [from = '', to = ''] of [[year.from, year.to], ...ranges]) {
        for (const some of [sites, ...sites.map((site) => [site])]) {
          for (const { id, columns, rows: shown } of figuresOf(rows, some, { from, to }, 11).tables) {
            for (const { cells, total, ...row } of shown) {
              const said = JSON.stringify([columns, cells, total])
              const key = [id, row.siteId, row.from, row.to].join(' ')
              expect(seen.get(key) ?? said).toBe(said)
              seen.set(key, said)
              for (let week = Number(row.from.slice(6)); week <= Number(row.to.slice(6)); week++) {
                const place = [id, row.siteId, week].join(' ')
                const stretch = `${row.from}–${row.to}`
                expect(weeks.get(place) ?? stretch).toBe(stretch)
                weeks.set(place, stretch)
              }
            }
          }
        }
      }
    }),
    { numRuns: 200 },
  )
})

/**
 * How wide what is published leaves a hidden cell, by bounds alone: it is a whole number, and 1 at least where zeros are
 * shown. No row shares a cell with another, so its own total is all there is to solve it with.
 */
function openFor({ cells, total }: FiguresTable['rows'][number]): number {
  const hidden = cells.filter((cell) => cell === null).length
  const least = hidden === cells.length ? 0 : 1
  const left = cells.reduce<number>((rest, cell) => rest - (cell ?? 0), total ?? 0)
  return left - hidden * least
}

test('in every table of every kind no small cell is shown, nor can one be solved for', () => {
  const published = new Set<string>()
  let hiding = 0
  fc.assert(
    fc.property(anyRows, (rows) => {
      const { tables } = figuresOf(rows, sites, year, 11)
      for (const { id, rows: shown } of tables) {
        if (shown.length > 0) published.add(id)
        for (const row of shown) {
          for (const cell of row.cells) expect(cell === null || cell === 0 || cell >= 11).toBe(true)
          expect(row.total).toBeGreaterThanOrEqual(11)
          const hidden = row.cells.filter((cell) => cell === null).length
          if (hidden === 0) continue
          hiding += 1
          expect(hidden).toBeGreaterThanOrEqual(2)
          expect(openFor(row)).toBeGreaterThanOrEqual(10)
        }
      }
    }),
    { numRuns: 300 },
  )
  expect([...published].sort()).toEqual(Object.keys(knownColumns).sort())
  expect(hiding).toBeGreaterThan(1000)
})

test('what few people say is counted over as many weeks as it takes', () => {
  const rows = ['W10', 'W11', 'W12'].flatMap((week) => [
    ...session(`2026-${week}`, 'dax', 'alone', 60),
    { week: `2026-${week}`, siteId: 'dax', key: 'pm/feedback/yes', count: 11 },
  ])
  const figures = figuresOf(rows, sites, year, 11)
  expect(tableOf(figures, 'help')?.rows).toHaveLength(3)
  expect(tableOf(figures, 'feedback')).toEqual({
    id: 'feedback',
    columns: ['yes', 'partly', 'no'],
    rows: [{ from: '2026-W10', to: '2026-W12', siteId: 'dax', cells: [33, 0, 0], total: 33 }],
  })
})

test('what is shown is true: each sum lies between what is said of it', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const figures = figuresOf(rows, sites, year, 11)
      for (const table of figures.tables.filter(({ id }) => id === 'service' || id === 'language')) {
        for (const row of table.rows) {
          for (const column of table.columns) {
            const { least, most } = sumOf({ columns: table.columns, rows: [row] }, [column], 11)
            const real = rows
              .filter(({ key, siteId }) => key.endsWith(`${table.id}/${column}`) && siteId === row.siteId)
              .filter(({ week }) => week >= row.from && week <= row.to)
              .reduce((sum, { count }) => sum + count, 0)
            expect(real).toBeGreaterThanOrEqual(least)
            expect(real).toBeLessThanOrEqual(most)
          }
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('the export holds what is shown and nothing else, and no name becomes a formula', () => {
  const rows = [...session('2026-W10', 'dax', 'alone', 40), ...session('2026-W10', 'dax', 'assistance', 3)]
  const figures = figuresOf(rows, [{ id: 'dax', name: '=HYPERLINK("x")' }], year, 11)
  const help = exportRows(figures).filter(({ table }) => table === 'help')
  expect(help.find(({ value }) => value === 'total')).toMatchObject({ count: 43, hidden: false })
  expect(help.filter(({ hidden }) => hidden).map(({ value }) => value)).toEqual(['alone', 'assistance'])
  const [mark, line] = csvOf(help).split('\r\n')
  expect(mark).toBe('\uFEFFtable;value;siteId;site;from;to;count;hidden')
  expect(line).toBe('help;alone;dax;"\'=HYPERLINK(""x"")";2026-W10;2026-W10;;true')
})
