import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffSeconds } from '../../../app/coordinator/back-off.ts'

const chance = fc.double({ min: 0, max: 1, noNaN: true })

test('a first failure is tried again within seconds, a hundredth within five minutes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), chance, (failures, drawn) => {
      const seconds = backOffSeconds(failures, drawn)
      expect(seconds).toBeGreaterThanOrEqual(1)
      expect(seconds).toBeLessThanOrEqual(failures === 1 ? 2 : 300)
    }),
  )
  expect(backOffSeconds(100, 0)).toBe(150)
})

test('each failure waits at least as long as the one before, by the same chance', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), chance, (failures, drawn) => {
      expect(backOffSeconds(failures + 1, drawn)).toBeGreaterThanOrEqual(backOffSeconds(failures, drawn))
    }),
  )
})

test('posts that failed together do not come back together', () => {
  const waits = Array.from({ length: 100 }, (_, post) => backOffSeconds(8, post / 100))
  expect(new Set(waits.map(Math.floor)).size).toBeGreaterThan(50)
})
