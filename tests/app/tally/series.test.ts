import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addGrowth,
  type DayCounts,
  dayCountsSchema,
  mergeDays,
  missingDays,
  totalOf,
} from '../../../app/tally/series.ts'

const days = ['2026-11-20', '2026-11-21', '2026-11-22']
const counts = fc.dictionary(
  fc.constantFrom('am/language/fr', 'pm/language/en'),
  fc.integer({ min: 1, max: 9 }),
)
const day: fc.Arbitrary<DayCounts> = fc.dictionary(fc.constantFrom('seriesone', 'seriestwo'), counts)

describe('merging', () => {
  test('changes nothing when repeated, in whatever order, however grouped', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(mergeDays(a, a)).toEqual(a)
        expect(mergeDays(a, b)).toEqual(mergeDays(b, a))
        expect(mergeDays(mergeDays(a, b), c)).toEqual(mergeDays(a, mergeDays(b, c)))
      }),
    )
  })

  test('keeps of no counter less than either side said', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const merged = mergeDays(a, b)
        for (const side of [a, b]) {
          for (const [series, said] of Object.entries(side)) {
            for (const [key, count] of Object.entries(said)) {
              expect(merged[series]?.[key]).toBeGreaterThanOrEqual(count)
            }
          }
        }
      }),
    )
  })
})

/** What can happen to one post and its coordinator. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant('count' as const), day: fc.constantFrom(...days) }) },
  // Telling, where the request or its answer may be lost, or an older request may come a second time.
  { weight: 4, arbitrary: fc.record({ is: fc.constant('tell' as const), day: fc.constantFrom(...days) }) },
  fc.constant({ is: 'tellOld' as const }),
  fc.constant({ is: 'restart' as const }),
  fc.constant({ is: 'backUpPost' as const }),
  fc.constant({ is: 'restorePost' as const }),
  fc.constant({ is: 'reinstallPost' as const }),
  fc.constant({ is: 'backUpCoordinator' as const }),
  fc.constant({ is: 'restoreCoordinator' as const }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Days = Record<string, DayCounts>

const key = 'am/language/fr'
const copy = (value: Days): Days => structuredClone(value)

const heldOf = (some: Days, at: string, name: string): number => totalOf(some[at]?.[name] ?? {})

/**
 * Plays the steps, then lets the post tell what the coordinator lacks.
 * @returns days of a series for which the coordinator does not hold what was counted
 */
function play(steps: readonly Step[], newSeriesAtStart: boolean): string[] {
  let starts = 1
  let series = 'series-1'
  let post: Days = {}
  let postBackup: Days = {}
  let coordinator: Days = {}
  let coordinatorBackup: Days = {}
  const sent: [string, DayCounts][] = []
  const counted: Days = {}
  /** Told, then lost with the coordinator's disk after the post's own was gone: known to nobody. */
  const lost = new Set<string>()

  const start = () => {
    starts += 1
    if (newSeriesAtStart) series = `series-${starts}`
  }
  const take = (at: string, told: DayCounts) => {
    coordinator = { ...coordinator, [at]: mergeDays(coordinator[at] ?? {}, told) }
  }
  const tellAll = () => {
    for (const [at, told] of Object.entries(post)) take(at, structuredClone(told))
  }
  for (const one of steps) {
    switch (one.is) {
      case 'count': {
        for (const some of [post, counted]) {
          some[one.day] = { ...some[one.day], [series]: { [key]: heldOf(some, one.day, series) + 1 } }
        }
        break
      }
      case 'tell': {
        const told = structuredClone(post[one.day] ?? {})
        sent.push([one.day, told])
        take(one.day, told)
        break
      }
      case 'tellOld':
        for (const [at, told] of sent) take(at, told)
        break
      case 'restart':
        start()
        break
      case 'backUpPost':
        postBackup = copy(post)
        break
      case 'restorePost':
      case 'reinstallPost':
        // What the disk alone knew goes with it; here it was told before.
        tellAll()
        post = one.is === 'restorePost' ? copy(postBackup) : {}
        if (one.is === 'reinstallPost') postBackup = {}
        start()
        break
      case 'backUpCoordinator':
        coordinatorBackup = copy(coordinator)
        break
      case 'restoreCoordinator':
        for (const [at, held] of Object.entries(coordinator)) {
          for (const [name, counts] of Object.entries(held)) {
            const left = Math.max(heldOf(coordinatorBackup, at, name), heldOf(post, at, name))
            if (left < totalOf(counts)) lost.add(`${at} ${name}`)
          }
        }
        coordinator = copy(coordinatorBackup)
        break
    }
  }
  tellAll()
  return Object.entries(counted).flatMap(([at, held]) =>
    Object.keys(held)
      .filter((name) => {
        const missing = heldOf(counted, at, name) - heldOf(coordinator, at, name)
        return missing < 0 || (missing > 0 && !lost.has(`${at} ${name}`))
      })
      .map((name) => `${at} ${name}`),
  )
}

describe('a post that counts in a new series at each start', () => {
  const steps = fc.array(step, { maxLength: 60 })

  test('is neither lost nor doubled by repeats, losses, restarts, other clocks, backups put back, reinstallation', () => {
    fc.assert(
      fc.property(steps, (some) => {
        expect(play(some, true)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test('and in one series for ever, a backup put back would lose uses', () => {
    expect(() =>
      fc.assert(
        fc.property(steps, (some) => {
          expect(play(some, false)).toEqual([])
        }),
        { numRuns: 2000 },
      ),
    ).toThrow()
  })
})

describe('what a post may tell', () => {
  const tell = (key: string, count: unknown = 1, series = 'seriesone') =>
    dayCountsSchema.safeParse({ [series]: { [key]: count } }).success

  test('is counters of a half-day, whole and positive, and nothing else', () => {
    expect(tell('am/session/help=alone/end=person')).toBe(true)
    expect(tell('pm/charter/2026-1')).toBe(true)
    expect(tell('pm/latePage', 12)).toBe(true)
    for (const key of [
      'am',
      '10:32/language/fr',
      'am/https://caf.fr/x',
      'am/note/Jeanne Martin',
      '2026-11-22/am/latePage',
    ]) {
      expect(tell(key), key).toBe(false)
    }
    for (const count of [0, -1, 1.5, '1', 2_000_000, null]) expect(tell('am/latePage', count)).toBe(false)
    expect(tell('am/latePage', 1, 'poste de Jeanne')).toBe(false)
  })
})

test('a post tells the days of which less is held than it counted, and no others', () => {
  const day = { seriesone: { 'am/latePage': 3 } }
  const own = { '2026-11-19': day, '2026-11-20': day, '2026-11-21': day, '2026-11-22': day }
  const held = {
    '2026-11-19': { seriesone: 3 },
    '2026-11-20': { seriesone: 2 },
    '2026-11-21': { another: 9 },
    '2026-11-18': { seriesone: 1 },
  }
  expect(Object.keys(missingDays(own, held))).toEqual(['2026-11-20', '2026-11-21', '2026-11-22'])
})

test('of a tally that grew, a series takes what was added; days of more than a year ago are forgotten', () => {
  const [am, pm] = ['2026-11-22/am/language/fr', '2026-11-22/pm/language/fr']
  const first = addGrowth({}, 'seriesone', {}, { [am]: 2 })
  const second = addGrowth(first, 'seriestwo', { [am]: 2 }, { [am]: 3, [pm]: 1 })
  expect(second).toEqual({
    '2026-11-22': {
      seriesone: { 'am/language/fr': 2 },
      seriestwo: { 'am/language/fr': 1, 'pm/language/fr': 1 },
    },
  })
  const many = Object.fromEntries(
    Array.from({ length: 450 }, (_, n) => [
      `${2020 + Math.floor(n / 336)}-${`${(Math.floor(n / 28) % 12) + 1}`.padStart(2, '0')}-${`${(n % 28) + 1}`.padStart(2, '0')}/am/latePage`,
      1,
    ]),
  )
  const days = Object.keys(addGrowth({}, 'seriesone', {}, many))
  expect(days).toHaveLength(400)
  expect(days.at(-1)).toBe('2021-05-02')
})
