import { describe, expect, test } from 'vitest'
import type { Event } from '../../../app/session/machine.ts'
import { keepAttendance } from '../../../main/guardian/attendance.ts'
import { fakeScheduler } from '../../doubles/scheduler.ts'
import { limits } from '../../doubles/visit.ts'

function attended(closesInSeconds: number | null = null) {
  const scheduler = fakeScheduler()
  const events: Event[] = []
  let ticks = 0
  const attendance = keepAttendance(
    limits,
    scheduler,
    (event) => events.push(event),
    () => {
      ticks += 1
    },
  )
  attendance.begin(closesInSeconds)
  return { scheduler, events, attendance, ticks: () => ticks }
}

describe('the attendance of a session', () => {
  test('tells the seconds left each second', async () => {
    const { scheduler, attendance, ticks } = attended()
    expect(attendance.secondsLeft()).toBe(3600)
    await scheduler.advance(10)
    expect(attendance.secondsLeft()).toBe(3590)
    expect(ticks()).toBe(10)
  })

  test('warns before the structure closes, which no answer can move', async () => {
    const { scheduler, events, attendance } = attended(200)
    await scheduler.advance(140)
    expect(events).toEqual([{ type: 'noticeDue', notice: 'closing' }])
    expect(attendance.extensionMinutes()).toBe(0)
    attendance.answered('closing')
    await scheduler.advance(60)
    expect(events.at(-1)).toEqual({ type: 'endDue', cause: 'closing' })
    expect(events).toHaveLength(2)
  })

  test('hears of a closing hour that comes up meanwhile', async () => {
    const { scheduler, events, attendance } = attended()
    attendance.closesIn(60)
    await scheduler.advance(1)
    expect(events).toEqual([{ type: 'noticeDue', notice: 'closing' }])
    expect(attendance.secondsLeft()).toBe(60)
  })

  test('gives a session begun just before closing the whole of its warning', async () => {
    const { scheduler, events, attendance } = attended(5)
    await scheduler.advance(1)
    expect(attendance.secondsLeft()).toBe(60)
    await scheduler.advance(59)
    expect(events).toEqual([{ type: 'noticeDue', notice: 'closing' }])
    await scheduler.advance(1)
    expect(events.at(-1)).toEqual({ type: 'endDue', cause: 'closing' })
  })

  test('offers extensions until they are spent', async () => {
    const { attendance } = attended()
    const offered = [0, 1, 2].map(() => {
      const minutes = attendance.extensionMinutes()
      attendance.answered('time')
      return minutes
    })
    expect(offered).toEqual([15, 15, 0])
  })

  test('stops with the session', async () => {
    const { scheduler, events, attendance, ticks } = attended()
    attendance.stop()
    expect(attendance.secondsLeft()).toBe(0)
    expect(attendance.extensionMinutes()).toBe(0)
    attendance.noteActivity()
    attendance.closesIn(10)
    attendance.answered('time')
    await scheduler.advance(5000)
    expect(events).toEqual([])
    expect(ticks()).toBe(0)
  })
})
