import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CountRow } from '../../../app/contracts/coordinator-figures.ts'
import { figuresOf } from '../../../app/tally/figures.ts'
import { toPublish } from '../../../app/tally/publication.ts'

const row = (week: string, count: number, siteId = 'dax', key = 'am/language/fr'): CountRow => ({
  week,
  siteId,
  key,
  count,
})

test('a week that was published stays as it was; what came late goes with the next week of its site', () => {
  const published = [row('2026-W10', 20), row('2026-W11', 30), row('2026-W10', 40, 'mont')]
  const counted = [
    row('2026-W10', 23),
    row('2026-W11', 31),
    row('2026-W13', 50),
    row('2026-W10', 45, 'mont'),
    row('2026-W09', 2),
  ]
  expect(toPublish(counted, published)).toEqual([row('2026-W13', 56)])
  const later = [...counted, row('2026-W12', 7, 'mont')]
  expect(toPublish(later, [...published, row('2026-W13', 56)])).toEqual([row('2026-W12', 12, 'mont')])
})

test('a site that has published nothing takes in weeks of any age, as they were', () => {
  const counted = [row('2026-W02', 5), row('2026-W03', 60), row('2025-W51', 30)]
  expect(toPublish(counted, [row('2026-W05', 9, 'mont')])).toEqual(counted)
})

const sites = [
  { id: 'dax', name: 'Dax' },
  { id: 'mont', name: 'Mont-de-Marsan' },
]
const weeks = Array.from({ length: 12 }, (_, n) => `2026-W${String(n + 10)}`)
/** Someone looks after a week has ended; before, counts were told for weeks that have ended by then, late ones too. */
const look = fc.record({
  ended: fc.integer({ min: 0, max: weeks.length - 1 }),
  told: fc.array(
    fc.record({
      weeksAgo: fc.integer({ min: 0, max: 5 }),
      siteId: fc.constantFrom('dax', 'mont'),
      key: fc.constantFrom(
        'am/language/fr',
        'pm/language/ar',
        'am/feedback/no',
        'am/session/help=alone/end=time',
      ),
      count: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 12 },
  ),
})
const year = { from: '2026-W01', to: '2026-W53' }

test('whenever one looks: what was shown is shown again unchanged, nothing is published twice, nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(look, { minLength: 2, maxLength: 8 }), (looks) => {
      const counted: CountRow[] = []
      let published: CountRow[] = []
      let shown = new Set<string>()
      for (const { ended, told } of looks.toSorted((a, b) => a.ended - b.ended)) {
        for (const { weeksAgo, ...one } of told) {
          counted.push({ ...one, week: weeks[Math.max(0, ended - weeksAgo)] ?? '' })
        }
        published = [...published, ...toPublish(sums(counted), published)]
        const { tables } = figuresOf(published, sites, year, 11)
        const rows = tables.flatMap(({ id, rows }) => rows.map((shownRow) => JSON.stringify([id, shownRow])))
        for (const before of shown) expect(rows).toContain(before)
        shown = new Set(rows)
      }
      // A week of each site to come, with which all that waits is published.
      const next = sites.map(({ id }) => row('2026-W40', 1, id))
      const all = [...published, ...toPublish([...sums(counted), ...next], published)]
      expect(totals(all)).toEqual(totals([...counted, ...next]))
      expect(new Set(all.map(({ week, siteId, key }) => `${week} ${siteId} ${key}`)).size).toBe(all.length)
    }),
    { numRuns: 300 },
  )
})

function sums(rows: readonly CountRow[]): CountRow[] {
  const byName = new Map<string, CountRow>()
  for (const one of rows) {
    const name = `${one.week} ${one.siteId} ${one.key}`
    byName.set(name, { ...one, count: one.count + (byName.get(name)?.count ?? 0) })
  }
  return [...byName.values()]
}

function totals(rows: readonly CountRow[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const { siteId, key, count } of rows) {
    const name = `${siteId} ${key}`
    total[name] = (total[name] ?? 0) + count
  }
  return total
}
