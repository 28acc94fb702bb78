import { expect, test } from 'vitest'
import { lastEndedWeek, weekOf } from '../../../app/tally/week.ts'

test('weeks begin on Monday; the first of a year holds its first Thursday', () => {
  const weeks = {
    '2026-11-22': '2026-W47',
    '2026-11-23': '2026-W48',
    '2026-01-01': '2026-W01',
    '2025-12-29': '2026-W01',
    '2027-01-01': '2026-W53',
    '2027-01-04': '2027-W01',
    '2024-02-29': '2024-W09',
  }
  for (const [day, week] of Object.entries(weeks)) expect(weekOf(day)).toBe(week)
})

test('a week is done a day after its Sunday, wherever its posts are', () => {
  expect(lastEndedWeek(new Date('2026-11-22T23:59:00Z'))).toBe('2026-W46')
  expect(lastEndedWeek(new Date('2026-11-23T23:59:00Z'))).toBe('2026-W46')
  expect(lastEndedWeek(new Date('2026-11-24T00:00:00Z'))).toBe('2026-W47')
  expect(lastEndedWeek(new Date('2027-01-05T00:00:00Z'))).toBe('2026-W53')
})
