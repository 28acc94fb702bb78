import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answer,
  canExtend,
  due,
  endsAt,
  type Limits,
  type Standing,
  secondsLeft,
} from '../../../app/session/limits.ts'
import type { Notice } from '../../../app/session/visit.ts'
import { limits } from '../../doubles/visit.ts'

const begun: Standing = {
  startedAt: 0,
  lastActivityAt: 0,
  extensions: 0,
  closesAt: null,
  endAccepted: false,
  warning: null,
}

/** What happens to a session in one moment; time passes by a tick, or by a leap when the machine sleeps. */
type Happening = { pass: number; does: 'nothing' | 'touch' | 'answer' | 'closingAnnounced' }
const happening: fc.Arbitrary<Happening> = fc.record({
  pass: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    { weight: 2, arbitrary: fc.nat({ max: 30 }) },
    fc.nat({ max: 5000 }),
  ),
  does: fc.constantFrom('nothing', 'nothing', 'nothing', 'touch', 'answer', 'closingAnnounced'),
})
const anyLimits: fc.Arbitrary<Limits> = fc
  .record({
    timeLimitSeconds: fc.integer({ min: 60, max: 600 }),
    idleLimitSeconds: fc.integer({ min: 30, max: 300 }),
    warningSeconds: fc.integer({ min: 20, max: 120 }),
    extensionSeconds: fc.integer({ min: 60, max: 300 }),
    extensionsMax: fc.nat({ max: 3 }),
  })
  .filter((some) => some.warningSeconds < some.timeLimitSeconds)
const sessions = fc.tuple(
  anyLimits,
  fc.option(fc.integer({ min: 30, max: 900 })),
  fc.array(happening, { minLength: 1, maxLength: 150 }),
)

type Moment = { now: number; before: Standing; standing: Standing; found: ReturnType<typeof due> }

/** A session as the guardian keeps it: what is due is looked at each time time has passed. */
function live(some: Limits, closesAt: number | null, happenings: readonly Happening[]): Moment[] {
  const moments: Moment[] = []
  let standing: Standing = { ...begun, closesAt }
  let now = 0
  for (const { pass, does } of happenings) {
    now += pass
    const before = standing
    const found = due(standing, some, now)
    if (found.is === 'warning') standing = { ...standing, warning: { notice: found.notice, since: now } }
    moments.push({ now, before, standing, found })
    if (found.is === 'over') return moments
    if (does === 'touch') standing = { ...standing, lastActivityAt: now }
    if (does === 'answer') standing = answer(standing, some, standing.warning?.notice ?? 'end', now)
    if (does === 'closingAnnounced')
      standing = { ...standing, closesAt: now + some.warningSeconds, endAccepted: false }
  }
  return moments
}

function everyMoment(check: (moment: Moment, some: Limits) => void): void {
  fc.assert(
    fc.property(sessions, ([some, closesAt, happenings]) => {
      for (const moment of live(some, closesAt, happenings)) check(moment, some)
    }),
    { numRuns: 1500 },
  )
}

describe('the limits of a session', () => {
  test('leave every warning the whole of its time to be answered, even if the machine slept (RGAA 13.1)', () => {
    everyMoment(({ now, before, found }, some) => {
      if (found.is !== 'over') return
      if (before.warning === null) expect(before.endAccepted).toBe(true)
      else expect(now - before.warning.since).toBeGreaterThanOrEqual(some.warningSeconds)
    })
  })

  test('never end a session in the moment its warning appears', () => {
    everyMoment(({ standing, found, now }, some) => {
      if (found.is !== 'warning') return
      expect(due(standing, some, now + some.warningSeconds - 1).is).not.toBe('over')
      expect(secondsLeft(standing, some, now)).toBeGreaterThanOrEqual(some.warningSeconds)
    })
  })

  test('bring an end that nobody answers, and one that was accepted', () => {
    fc.assert(
      fc.property(sessions, ([some, closesAt, happenings]) => {
        const moments = live(some, closesAt, happenings)
        const last = moments.at(-1)
        if (last === undefined || last.found.is === 'over') return
        const second = { pass: 1, does: 'nothing' as const }
        const silence = [{ ...second, pass: 8000 }, ...Array.from({ length: 150 }, () => second)]
        const endings = live(some, closesAt, [...happenings, ...silence])
        expect(endings.at(-1)?.found.is).toBe('over')
      }),
    )
    const accepted = { ...begun, endAccepted: true, lastActivityAt: 3599 }
    expect(due(accepted, limits, 3599)).toEqual({ is: 'nothing' })
    expect(due(accepted, limits, 3600)).toEqual({ is: 'over', cause: 'time' })
  })

  test('never tell less than no seconds', () => {
    everyMoment(({ standing, now }, some) => {
      const left = secondsLeft(standing, some, now)
      expect(left).toBeGreaterThanOrEqual(0)
      expect(Number.isInteger(left)).toBe(true)
    })
  })

  test('are moved by no more extensions than the policy allows', () => {
    everyMoment(({ standing, before }, some) => {
      expect(standing.extensions).toBeLessThanOrEqual(some.extensionsMax)
      const time = standing.startedAt + some.timeLimitSeconds + some.extensionsMax * some.extensionSeconds
      expect(endsAt(standing, some).at).toBeLessThanOrEqual(time)
      expect(endsAt(before, some).at).toBeLessThanOrEqual(before.closesAt ?? time)
    })
  })

  test('touching the screen puts off the idle warning, and nothing else', () => {
    const touched = (at: number): Standing => ({ ...begun, lastActivityAt: at })
    expect(due(begun, limits, 299)).toEqual({ is: 'nothing' })
    expect(due(begun, limits, 300)).toEqual({ is: 'warning', notice: 'idle' })
    expect(due(touched(299), limits, 598)).toEqual({ is: 'nothing' })
    expect(due(touched(3539), limits, 3540)).toEqual({ is: 'warning', notice: 'time' })
    const warned: Standing = { ...touched(3599), warning: { notice: 'time', since: 3540 } }
    expect(due(warned, limits, 3600)).toEqual({ is: 'over', cause: 'time' })
  })
})

describe('an answer', () => {
  const at = (notice: Notice, standing: Standing) => answer(standing, limits, notice, 3550)

  test('to the time warning makes the session longer while it may be', () => {
    expect(endsAt(at('time', begun), limits)).toEqual({ at: 4500, cause: 'time' })
    const spent: Standing = { ...begun, extensions: limits.extensionsMax }
    expect(canExtend(spent, limits)).toBe(false)
    expect(at('time', spent)).toEqual({ ...spent, lastActivityAt: 3550, endAccepted: true })
  })

  test('to the closing warning accepts it: a structure does not stay open for one person', () => {
    const closing: Standing = { ...begun, closesAt: 3600, warning: { notice: 'closing', since: 3540 } }
    expect(canExtend(closing, limits)).toBe(false)
    expect(due(at('closing', closing), limits, 3600)).toEqual({ is: 'over', cause: 'closing' })
  })

  test('to the idle warning or to « end? » moves no end', () => {
    const warned: Standing = { ...begun, warning: { notice: 'idle', since: 3500 } }
    for (const notice of ['idle', 'end'] as const) {
      expect(at(notice, warned)).toEqual({ ...begun, lastActivityAt: 3550 })
    }
  })

  test('to an end is not followed by an idle warning that the end would cut short', () => {
    const accepted: Standing = { ...begun, endAccepted: true, lastActivityAt: 3250 }
    expect(due(accepted, limits, 3539)).toEqual({ is: 'nothing' })
    expect(due({ ...accepted, lastActivityAt: 3230 }, limits, 3539).is).toBe('warning')
    expect(due(accepted, limits, 3555)).toEqual({ is: 'nothing' })
  })
})
