import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countPages, pageRangesSchema, readPageRanges } from '../../../app/printing/page-ranges.ts'

test.each([
  [
    '1-3, 5',
    [
      [1, 3],
      [5, 5],
    ],
  ],
  [
    '5;1–3',
    [
      [1, 3],
      [5, 5],
    ],
  ],
  ['2, 2-4, 4', [[2, 4]]],
  ['1,2,3', [[1, 3]]],
  [' 7 ', [[7, 7]]],
])('« %s » names pages', (text, ranges) => {
  expect(readPageRanges(text, 9)).toEqual(ranges)
})

test.each(['', 'a', '0', '3-1', '10', '1-', '1--2', '1 2', '-3'])(
  '« %s » names none of nine pages',
  (text) => {
    expect(readPageRanges(text, 9)).toBeNull()
  },
)

test('whatever is read, each page is counted once and stands in the contract', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 9 }))
  fc.assert(
    fc.property(fc.array(range, { minLength: 1, maxLength: 20 }), (wanted) => {
      const pages = new Set(
        wanted.flatMap(([from, more]) => Array.from({ length: more + 1 }, (_, n) => from + n)),
      )
      const read = readPageRanges(wanted.map(([from, more]) => `${from}-${from + more}`).join(','), null)
      expect(pageRangesSchema.safeParse(read).success).toBe(true)
      expect(read === null ? 0 : countPages(read)).toBe(pages.size)
    }),
  )
})
