import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readOpeningHours } from '../../../app/orientation/opening-hours.ts'

const span = (from: string, to: string) => ({ from, to })

test('reads what places write', () => {
  expect(readOpeningHours('Mo-Fr 09:00-12:00,14:00-18:30; Sa 8:30-12:00; PH off')).toEqual([
    { firstDay: 0, lastDay: 4, spans: [span('09:00', '12:00'), span('14:00', '18:30')] },
    { firstDay: 5, lastDay: 5, spans: [span('08:30', '12:00')] },
    { firstDay: 6, lastDay: 6, spans: [] },
  ])
  expect(
    readOpeningHours('Mo, We,Fr 14:00-18:00')?.map(({ firstDay, spans }) => [firstDay, spans.length]),
  ).toEqual([
    [0, 1],
    [1, 0],
    [2, 1],
    [3, 0],
    [4, 1],
    [5, 0],
  ])
  expect(readOpeningHours('24/7')).toEqual([{ firstDay: 0, lastDay: 6, spans: [span('00:00', '24:00')] }])
})

test('lets a later rule replace an earlier one for its days', () => {
  expect(readOpeningHours('Mo-Su 09:00-17:00; We off')).toEqual([
    { firstDay: 0, lastDay: 1, spans: [span('09:00', '17:00')] },
    { firstDay: 2, lastDay: 2, spans: [] },
    { firstDay: 3, lastDay: 6, spans: [span('09:00', '17:00')] },
  ])
})

test('reads a range over the end of the week', () => {
  expect(readOpeningHours('Sa-Mo 10:00-12:00')?.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
    [0, 0],
    [1, 4],
    [5, 6],
  ])
})

test.each([
  'Mo[1] 09:00-12:00',
  'week 1-20 Mo 09:00-12:00',
  '"premier lundi du mois"',
  'Jan-Mar Mo 09:00-12:00',
  'Mo-Fr sunrise-sunset',
  'Mo-Fr 09:00-12:00, PH off',
  'PH 10:00-12:00',
  'Fr 22:00-02:00',
  'Mo 09:00+',
  'Mo 25:00-26:00',
  'lundi 9h-12h',
  '',
])('does not half understand « %s »', (text) => {
  expect(readOpeningHours(text)).toBeNull()
})

test('covers each day of the week once, or says nothing', () => {
  const word = fc.constantFrom('Mo', 'Fr', 'Su', '-', ',', ';', ' ', 'off', '09:00', '12:00', 'PH', '24/7')
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const covered = readOpeningHours(words.join(''))?.flatMap(({ firstDay, lastDay }) =>
        Array.from({ length: lastDay - firstDay + 1 }, (_, step) => firstDay + step),
      )
      if (covered) expect(covered).toEqual([0, 1, 2, 3, 4, 5, 6])
    }),
  )
})
