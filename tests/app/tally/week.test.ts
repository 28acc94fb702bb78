import { expect, test } from 'vitest'
import { weekOf } from '../../../app/tally/week.ts'

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
