import { gracefulShutdown } from 'node-schedule'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import '../../doubles/silent-log.ts'
import { announcement, planClosingHours } from '../../../main/guardian/closing-hours.ts'

const friday = (hours: number, minutes: number, seconds = 0) =>
  new Date(2026, 10, 20, hours, minutes, seconds)

describe('a closing hour', () => {
  const announced = (days: readonly string[], at: string, warningSeconds: number, now: Date) =>
    announcement(days, at, warningSeconds).nextInvocationDate(now)

  test('is announced one warning ahead', () => {
    expect(announced(['fri'], '18:00', 90, friday(9, 0))).toEqual(friday(17, 58, 30))
    expect(announced(['mon'], '18:00', 60, friday(9, 0))).toEqual(new Date(2026, 10, 23, 17, 59))
  })

  test('just after midnight is announced on the day before', () => {
    expect(announced(['sat'], '00:00', 60, friday(9, 0))).toEqual(friday(23, 59))
    expect(announced(['sun'], '00:05', 600, friday(9, 0))).toEqual(new Date(2026, 10, 21, 23, 55))
    expect(announced(['sat'], '00:10', 60, friday(9, 0))).toEqual(new Date(2026, 10, 21, 0, 9))
  })
})

describe('the closing hours of a structure', () => {
  const weekdays = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], at: '18:00' } as const
  const plan = (now: Date, onClosingSoon: (inSeconds: number) => void = () => {}) => {
    vi.setSystemTime(now)
    const closing = [
      { ...weekdays, days: [...weekdays.days] },
      { days: ['fri' as const], at: '12:30' },
    ]
    return planClosingHours(closing, 60, onClosingSoon)
  }

  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(async () => {
    vi.useRealTimers()
    await gracefulShutdown()
  })

  test('are announced to a session that is under way', () => {
    const told: number[] = []
    plan(friday(12, 28), (inSeconds) => told.push(inSeconds))
    vi.advanceTimersByTime(59_000)
    expect(told).toEqual([])
    vi.advanceTimersByTime(2000)
    expect(told).toEqual([60])
    vi.advanceTimersByTime(6 * 3_600_000)
    expect(told).toEqual([60, 60])
  })

  test('are known to a session that begins', () => {
    const hours = plan(friday(9, 0))
    expect(hours.nextInSeconds(friday(12, 0))).toBe(1800)
    expect(hours.nextInSeconds(friday(13, 0))).toBe(5 * 3600)
    expect(hours.nextInSeconds(friday(18, 0, 1))).toBe(3 * 86_400 - 1)
  })

  test('are known to a session that begins between announcement and closing', () => {
    expect(plan(friday(17, 59, 30)).nextInSeconds(friday(17, 59, 30))).toBe(30)
  })

  test('never come where there are none', () => {
    expect(planClosingHours([], 60, () => {}).nextInSeconds(friday(9, 0))).toBeNull()
  })
})
