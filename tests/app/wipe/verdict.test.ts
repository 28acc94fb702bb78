import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, type PlaceOutcome, passableByHand, places } from '../../../app/wipe/verdict.ts'

const outcome: fc.Arbitrary<PlaceOutcome> = fc
  .tuple(fc.constantFrom(...places), fc.constantFrom('absent', 'present', 'unverifiable'))
  .map(([place, is]) => ({ is, place, what: '1 entries', where: place, why: 'EBUSY' }) as PlaceOutcome)

describe('the verdict', () => {
  test('is clean only if every place was read back, and all that was read is absent', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 6 }), (outcomes) => {
        const read = places.every((place) => outcomes.some((one) => one.place === place))
        const verdict = judge(outcomes)
        expect(verdict.clean).toBe(read && outcomes.every((one) => one.is === 'absent'))
        for (const one of outcomes) expect(verdict.places).toContainEqual(one)
      }),
    )
  })

  test('may be passed by hand only if nothing says that the root or a process is, or may be, left', () => {
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 12 }), (outcomes) => {
        const verdict = judge(outcomes)
        const bound = verdict.places.filter(({ place }) => place === 'processes' || place === 'sessionRoot')
        expect(passableByHand(verdict)).toBe(bound.every(({ is }) => is === 'absent'))
        if (verdict.clean) expect(passableByHand(verdict)).toBe(true)
      }),
    )
    expect(passableByHand({ clean: true, places: [] })).toBe(false)
  })

  test('names the places that nobody has read back', () => {
    const { clean, places: told } = judge([{ is: 'absent', place: 'processes' }])
    expect(clean).toBe(false)
    expect(told.filter(({ is }) => is === 'unverifiable').map(({ place }) => place)).toEqual(
      places.filter((place) => place !== 'processes'),
    )
  })
})
