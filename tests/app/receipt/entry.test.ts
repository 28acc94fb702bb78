import { describe, expect, test } from 'vitest'
import { entryOf, entrySchema } from '../../../app/receipt/entry.ts'
import { judge } from '../../../app/wipe/verdict.ts'
import { clean, unclean, uncleanElsewhere } from '../../doubles/visit.ts'

const logOuts = (['confirmed', 'unavailable', 'confirmed'] as const).map((outcome) => ({
  service: 'allocations',
  name: 'Allocations',
  outcome,
}))

describe('what is kept of a read-back', () => {
  test('holds a day, numbers and outcomes; no time, name or address', () => {
    const entry = entryOf('end', '2026-11-22', 3, 'idle', uncleanElsewhere, logOuts)
    expect(entry).toMatchObject({
      event: 'end',
      day: '2026-11-22',
      sequence: 3,
      cause: 'idle',
      logOuts: { confirmed: 2, attempted: 0, unavailable: 1 },
      verdict: 'notClean',
    })
    expect(entry.places).toMatchObject({ processes: 'absent', clipboard: 'unverifiable' })
    expect(entrySchema.parse(entry)).toEqual(entry)
    expect(JSON.stringify(entryOf('end', '2026-11-22', 3, 'idle', unclean, logOuts))).not.toMatch(
      /roots|EBUSY|llocations|\d:\d/,
    )
  })

  test('takes the worst outcome of a place that was read in several parts', () => {
    const [where, why, place] = ['a', 'b', 'clipboard' as const]
    const present = { is: 'present' as const, place, what: '1', where, why }
    for (const order of [
      [present, { is: 'absent' as const, place }],
      [{ is: 'absent' as const, place }, present],
    ]) {
      expect(entryOf('end', '2026-11-22', 3, null, judge(order), []).places.clipboard).toBe('present')
    }
  })

  test('calls a check by hand accepted only where it may be', () => {
    const wordFor = (verdict: typeof clean) =>
      entryOf('checkedByHand', '2026-11-22', 3, null, verdict, []).verdict
    expect([clean, uncleanElsewhere, unclean].map(wordFor)).toEqual([
      'acceptedByHand',
      'acceptedByHand',
      'notClean',
    ])
  })
})
