import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Place, places } from '../../../../app/wipe/verdict.ts'
import { onceWiped } from '../../../../main/guardian/wipe/wipe.ts'
import { type Behaviour, fakePlace, wellBehaved } from '../../../doubles/place.ts'
import { fakeScheduler } from '../../../doubles/scheduler.ts'

const behaviour: fc.Arbitrary<Behaviour> = fc.record({
  wipe: fc.constantFrom('ok', 'throw', 'hang'),
  readBack: fc.constantFrom('absent', 'present', 'throw', 'hang'),
})
const behaviours = fc.tuple(...places.map(() => behaviour))

async function verdictOf(all: readonly Behaviour[], asked: readonly Place[] = places) {
  const scheduler = fakeScheduler()
  const log: string[] = []
  const wipe = onceWiped(
    asked.map((place, index) => fakePlace(place, all[index], log)),
    scheduler,
    (phase) => log.push(phase),
  )
  const running = wipe()
  // Long enough for every place to hang, one after the other.
  await scheduler.advance(30 * (places.length + 1))
  return { verdict: await running, log, wipe }
}

describe('a wipe', () => {
  test('is clean if and only if every place was read back and found empty', async () => {
    await fc.assert(
      fc.asyncProperty(behaviours, async (all) => {
        const { verdict } = await verdictOf(all)
        expect(verdict.clean).toBe(all.every(({ readBack }) => readBack === 'absent'))
        expect(verdict.places.map(({ place }) => place)).toEqual([...places])
      }),
      { numRuns: 150 },
    )
  })

  test('attempts every place in order, then reads every place back, whatever the others did', async () => {
    await fc.assert(
      fc.asyncProperty(behaviours, async (all) => {
        const { log } = await verdictOf(all)
        expect(log).toEqual([
          'wipe',
          ...places.map((place) => `wipe ${place}`),
          'readBack',
          ...places.map((place) => `readBack ${place}`),
        ])
      }),
      { numRuns: 100 },
    )
  })

  test('says of each place what was seen and why, and no file’s name', async () => {
    const { verdict } = await verdictOf([
      { wipe: 'throw', readBack: 'present' },
      { wipe: 'hang', readBack: 'throw' },
      { wipe: 'ok', readBack: 'hang' },
    ])
    expect(verdict.places.filter(({ is }) => is !== 'absent')).toEqual([
      { is: 'present', place: 'processes', what: '1 entries', where: 'processes', why: 'EIO' },
      {
        is: 'unverifiable',
        place: 'sessionRoot',
        where: 'sessionRoot',
        why: 'EIO; not done within 30 s',
      },
      { is: 'unverifiable', place: 'clipboard', where: 'clipboard', why: 'not read back within 30 s' },
    ])
  })

  test('believes what it reads back, not what the wipe said', async () => {
    const { verdict } = await verdictOf([
      { wipe: 'throw', readBack: 'absent' },
      wellBehaved,
      { wipe: 'hang', readBack: 'absent' },
    ])
    expect(verdict.clean).toBe(true)
  })

  test('is not clean when a place was left out', async () => {
    const { verdict } = await verdictOf([wellBehaved, wellBehaved], ['processes', 'clipboard'])
    expect(verdict.clean).toBe(false)
    expect(verdict.places).toContainEqual(
      expect.objectContaining({ is: 'unverifiable', place: 'sessionRoot' }),
    )
  })

  test('runs once however many ask for it, and all get its verdict', async () => {
    const { verdict, wipe, log } = await verdictOf([wellBehaved, wellBehaved, wellBehaved])
    const told = log.length
    expect(wipe()).toBe(wipe())
    expect(await wipe()).toBe(verdict)
    expect(log).toHaveLength(told)
  })
})
