import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { serviceCategories } from '../../../app/services/service.ts'
import { endCauses, helpKinds, languages } from '../../../app/session/visit.ts'
import {
  count,
  countLatePages,
  emptyTally,
  halfDayOf,
  proofs,
  type Tally,
  tallySchema,
  type Use,
} from '../../../app/tally/tally.ts'

const anyUse = fc.record({
  visit: fc.record({ language: fc.constantFrom(...languages), help: fc.constantFrom(...helpKinds) }),
  cause: fc.constantFrom(...endCauses),
  charterVersion: fc.constantFrom('2026-1', '2026-2'),
  proof: fc.constantFrom(...proofs),
  categories: fc.array(fc.constantFrom(...serviceCategories), { maxLength: 5 }),
})
const moment = fc.date({ min: new Date(2026, 0, 1), max: new Date(2027, 0, 1), noInvalidDate: true })
const uses = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), anyUse, moment), { maxLength: 25 })

const anyOneUse: Use = {
  visit: { language: 'fr', help: 'alone' },
  cause: 'person',
  charterVersion: '2026-1',
  categories: [],
  proof: 'clean',
}

/** Every key a tally may hold, in full: a family more would be a decision, not an accident. */
const keys = new RegExp(
  `^\\d{4}-\\d{2}-\\d{2}/(am|pm)/(${[
    `session/help=(${helpKinds.join('|')})/end=(${endCauses.join('|')})`,
    `language/(${languages.join('|')})`,
    'charter/\\d{4}-\\d+',
    `verdict/(${proofs.join('|')})`,
    `service/(${serviceCategories.join('|')})`,
  ].join('|')})$`,
)

function counted(some: typeof uses extends fc.Arbitrary<infer T> ? T : never): Tally[] {
  let tally = emptyTally
  return some.map(([sequence, use, when]) => {
    tally = count(tally, sequence, use, halfDayOf(when))
    return tally
  })
}

describe('the tally', () => {
  test('holds nothing but counts by half-day, help, end, language, charter, proof and kind of téléservice', () => {
    fc.assert(
      fc.property(uses, (some) => {
        for (const tally of counted(some)) {
          expect(Object.keys(tally).sort()).toEqual(['countedThrough', 'counts'])
          for (const key of Object.keys(tally.counts)) expect(key).toMatch(keys)
        }
      }),
    )
  })

  test('only grows', () => {
    fc.assert(
      fc.property(uses, (some) => {
        let before = emptyTally
        for (const tally of counted(some)) {
          expect(tally.countedThrough).toBeGreaterThanOrEqual(before.countedThrough)
          for (const [key, n] of Object.entries(before.counts)) {
            expect(tally.counts[key]).toBeGreaterThanOrEqual(n)
          }
          expect(tallySchema.parse(tally)).toEqual(tally)
          before = tally
        }
      }),
    )
  })

  test('counts a session once, however often it is told', () => {
    fc.assert(
      fc.property(uses, (some) => {
        const told = counted(some).at(-1) ?? emptyTally
        for (const [sequence, use, when] of some) {
          expect(count(told, sequence, use, halfDayOf(when))).toBe(told)
        }
        const sessions = Object.entries(told.counts).filter(([key]) => key.includes('/session/'))
        const steps = new Set(counted(some).map(({ countedThrough }) => countedThrough))
        expect(sessions.reduce((sum, [, n]) => sum + n, 0)).toBe(steps.size)
      }),
    )
  })

  test('counts each kind of téléservice once a session', () => {
    const use = {
      visit: { language: 'fr', help: 'alone' },
      cause: 'person',
      charterVersion: '2026-1',
      categories: ['tax', 'tax', 'work'],
      proof: 'clean',
    } as const
    expect(count(emptyTally, 1, use, { day: '2026-11-22', half: 'am' })).toEqual({
      countedThrough: 1,
      counts: {
        '2026-11-22/am/session/help=alone/end=person': 1,
        '2026-11-22/am/language/fr': 1,
        '2026-11-22/am/charter/2026-1': 1,
        '2026-11-22/am/verdict/clean': 1,
        '2026-11-22/am/service/tax': 1,
        '2026-11-22/am/service/work': 1,
      },
    })
  })

  test('counts late pages by half-day, and nothing of them else', () => {
    const uncounted = count(emptyTally, 4, anyOneUse, { day: '2026-11-22', half: 'am' })
    const one = countLatePages(uncounted, 1, { day: '2026-11-22', half: 'am' })
    const more = countLatePages(one, 3, { day: '2026-11-22', half: 'am' })
    expect(countLatePages(more, 1, { day: '2026-11-22', half: 'pm' })).toEqual({
      countedThrough: 4,
      counts: { ...uncounted.counts, '2026-11-22/am/latePage': 4, '2026-11-22/pm/latePage': 1 },
    })
  })

  test('keeps of a moment the day and its half, in the time zone of the post', () => {
    expect(halfDayOf(new Date(2026, 10, 22, 0, 0))).toEqual({ day: '2026-11-22', half: 'am' })
    expect(halfDayOf(new Date(2026, 10, 22, 12, 59, 59))).toEqual({ day: '2026-11-22', half: 'am' })
    expect(halfDayOf(new Date(2026, 0, 2, 13, 0))).toEqual({ day: '2026-01-02', half: 'pm' })
  })
})
