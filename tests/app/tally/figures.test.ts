import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountRow, Figures } from '../../../app/contracts/coordinator-figures.ts'
import { csvOf, exportRows } from '../../../app/tally/export.ts'
import { figuresOf } from '../../../app/tally/figures.ts'
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

const keys = ['am/session/help=alone/end=person', 'pm/session/help=assistance/end=idle', 'am/language/fr']
const more = ['pm/language/en', 'am/charter/1', 'pm/charter/2', 'am/service/tax', 'pm/service/health']
const anyRow = fc.record({
  week: fc.integer({ min: 1, max: 12 }).map((week) => `2026-W${String(week).padStart(2, '0')}`),
  siteId: fc.constantFrom('dax', 'mont'),
  key: fc.constantFrom(...keys, ...more),
  count: fc.integer({ min: 1, max: 40 }),
})
const anyRange = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .map((weeks) => weeks.sort((a, b) => a - b).map((week) => `2026-W${String(week).padStart(2, '0')}`))

test('whatever is asked, rows are the same and never overlap: no two answers can be subtracted', () => {
  fc.assert(
    fc.property(
      fc.array(anyRow, { maxLength: 120 }),
      fc.array(anyRange, { maxLength: 6 }),
      (rows, ranges) => {
        const seen = new Map<string, string>()
        const weeks = new Map<string, string>()
        for (const [from = '', to = ''] of [[year.from, year.to], ...ranges]) {
          for (const only of [undefined, 'dax', 'mont']) {
            const asked = rows.filter(({ siteId }) => only === undefined || siteId === only)
            for (const { id, columns, rows: shown } of figuresOf(asked, sites, { from, to }, 11).tables) {
              for (const row of shown) {
                // Charter versions that a site never saw are no columns when it is asked for alone.
                const cells = columns.flatMap((column, at) =>
                  row.cells[at] === 0 ? [] : [[column, row.cells[at]]],
                )
                const hidesAll = row.cells.every((cell) => cell === null)
                const said = JSON.stringify([hidesAll ? 'all' : cells, row.total])
                const key = [id, row.siteId, row.from, row.to].join(' ')
                expect(seen.get(key) ?? said).toBe(said)
                seen.set(key, said)
                for (let week = Number(row.from.slice(6)); week <= Number(row.to.slice(6)); week++) {
                  const place = [row.siteId, week].join(' ')
                  const stretch = `${row.from}–${row.to}`
                  expect(weeks.get(place) ?? stretch).toBe(stretch)
                  weeks.set(place, stretch)
                }
              }
            }
          }
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('what is shown is true: each sum lies between what is said of it', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 120 }), (rows) => {
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
