import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fewestThreshold, suppressRow } from '../../../app/tally/suppression.ts'

describe('one row', () => {
  test('shows a row in which nothing is small as it is, zeros too', () => {
    expect(suppressRow([40, 0, 11], 11)).toEqual({ cells: [40, 0, 11], total: 51 })
  })

  test('hides another cell, whatever its size, where one alone could be had by subtraction', () => {
    expect(suppressRow([3, 20, 80, 0], 11)).toEqual({ cells: [null, 20, null, 0], total: 103 })
  })

  test('and where two are so small, or so nearly not, that their sum says what they are', () => {
    expect(suppressRow([1, 1, 50, 60], 11)).toEqual({ cells: [null, null, 50, null], total: 112 })
    expect(suppressRow([10, 50, 10], 11)).toEqual({ cells: [null, null, null], total: 70 })
    expect(suppressRow([9, 50, 10], 11)).toEqual({ cells: [null, 50, null], total: 69 })
  })

  test('hides every cell where there is too little to hide behind, and a small total too', () => {
    expect(suppressRow([1, 10, 0], 11)).toEqual({ cells: [null, null, null], total: 11 })
    expect(suppressRow([4, 0, 5], 11)).toEqual({ cells: [null, null, null], total: null })
  })
})

/** Every row of so many columns with at most so many in all. */
function* everyRow(columns: number, most: number): Generator<number[]> {
  if (columns === 0) return yield []
  for (let count = 0; count <= most; count++) {
    for (const rest of everyRow(columns - 1, most - count)) yield [count, ...rest]
  }
}

/**
 * The strongest reader: one who knows these very rules. Every row there can be is published; whoever sees a
 * publication can only tell that the row is one of those that look like it.
 */
test.each([
  { threshold: fewestThreshold, columns: 2, most: 200 },
  { threshold: fewestThreshold, columns: 5, most: 20 },
  { threshold: 5, columns: 4, most: 30 },
  { threshold: 11, columns: 3, most: 80 },
])('a reader who knows the rules cannot tell a hidden cell: $threshold, $columns columns', (given) => {
  const { threshold, columns, most } = given
  const possible = new Map<string, { hidden: number[]; values: Set<number>[] }>()
  for (const row of everyRow(columns, most)) {
    const shown = suppressRow(row, threshold)
    const published = JSON.stringify(shown)
    const hidden = shown.cells.flatMap((cell, at) => (cell === null ? [at] : []))
    const { values } = possible.get(published) ?? { values: row.map(() => new Set<number>()) }
    for (const [at, count] of row.entries()) values[at]?.add(count)
    possible.set(published, { hidden, values })
  }
  const hiding = [...possible].filter(([, { hidden }]) => hidden.length > 0)
  const told = hiding.filter(([, { hidden, values }]) => hidden.some((at) => (values[at]?.size ?? 0) < 2))
  expect(told.map(([published]) => published)).toEqual([])
  expect(hiding.length).toBeGreaterThan(10)
})

test('whatever the row: no small cell is shown, and no hidden one is known to within the threshold', () => {
  const rows = fc.array(fc.oneof(fc.nat(15), fc.nat(300)), { minLength: 2, maxLength: 11 })
  fc.assert(
    fc.property(rows, fc.integer({ min: fewestThreshold, max: 20 }), (row, threshold) => {
      const { cells, total } = suppressRow(row, threshold)
      const hidden = cells.filter((cell) => cell === null).length
      for (const cell of cells) {
        expect(cell === null || cell === 0 || cell >= threshold).toBe(true)
      }
      for (const [at, cell] of cells.entries()) if (cell !== null) expect(cell).toBe(row[at])
      if (total === null || hidden === 0) return
      // What the sum of the hidden cells leaves each of them, if all others are as small as can be.
      const left = cells.reduce<number>((rest, cell) => rest - (cell ?? 0), total)
      const least = hidden === cells.length ? 0 : 1
      const widest = left - (hidden - 1) * least
      expect(hidden).toBeGreaterThanOrEqual(2)
      expect(widest - least).toBeGreaterThanOrEqual(threshold - 1)
    }),
    { numRuns: 5000 },
  )
})
