import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isZone, momentOf, wallAt } from '../../../app/agenda/zone.ts'

const zones = ['Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'Pacific/Noumea', 'UTC']

test('a moment and the hours on the wall lead to each other, on the days when clocks change too', () => {
  const anyTime = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) })
  const nearChange = fc.integer({ min: Date.UTC(2026, 2, 28, 22), max: Date.UTC(2026, 2, 29, 4) })
  fc.assert(
    fc.property(fc.oneof(anyTime, nearChange), fc.constantFrom(...zones), (ms, zone) => {
      const wall = wallAt(ms, zone)
      expect(wallAt(momentOf(wall, zone), zone)).toEqual(wall)
    }),
  )
})

test('an hour that clocks skip is read as the one after', () => {
  const skipped = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 }
  expect(wallAt(momentOf(skipped, 'Europe/Paris'), 'Europe/Paris')).toEqual({ ...skipped, hour: 3 })
})

test('knows the zones of every system, and no others', () => {
  for (const zone of zones) expect(isZone(zone)).toBe(true)
  for (const zone of ['', 'Romance Standard Time', 'Nowhere/Land']) expect(isZone(zone)).toBe(false)
})
