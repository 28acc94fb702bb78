import { expect, test } from 'vitest'
import '../../doubles/silent-log.ts'
import { noFaults, readFaults } from '../../../main/guardian/faults.ts'
import { fakePlace } from '../../doubles/place.ts'

/** What a place with this fault does when it is wiped again and again. */
function faulty(asked: Record<string, string>) {
  const told: string[] = []
  const place = readFaults(asked, () => told.push('dead')).at(
    'clipboard',
    fakePlace('clipboard', undefined, told),
  )
  const wipe = () =>
    Promise.race([
      place.wipe().then(
        () => 'done',
        (error) => error.code,
      ),
      pause(),
    ])
  return { told, place, wipe }
}

const pause = () => new Promise((resolve) => setTimeout(() => resolve('still at it'), 30))

test('a fault strikes the step it names, and leaves the others alone', async () => {
  const { place, wipe, told } = faulty({ ESTRAN_FAULT: 'clipboard:fail' })
  expect(await wipe()).toBe('EIO')
  expect(await place.readBack(null)).toEqual({ is: 'absent', place: 'clipboard' })
  expect(told).toEqual(['readBack clipboard'])
  expect(await faulty({ ESTRAN_FAULT: 'sessionRoot.wipe:fail' }).wipe()).toBe('done')
})

test.each([
  ['fail-once', ['done', 'EIO', 'done'], ['wipe clipboard', 'wipe clipboard']],
  ['fail', ['done', 'EIO', 'EIO'], ['wipe clipboard']],
  ['hang', ['done', 'still at it', 'still at it'], ['wipe clipboard']],
  ['skip', ['done', 'done', 'done'], ['wipe clipboard']],
  ['kill', ['done', 'still at it', 'still at it'], ['wipe clipboard', 'dead', 'dead']],
  ['kill-within', ['done', 'still at it'], ['wipe clipboard', 'wipe clipboard', 'dead']],
])('%s begins with the step it is told', async (how, outcomes, done) => {
  const { wipe, told } = faulty({ ESTRAN_FAULT: `any:${how}`, ESTRAN_FAULT_AT: '2' })
  const seen: unknown[] = []
  for (const _ of outcomes) seen.push(await wipe())
  expect(seen).toEqual(outcomes)
  expect(told).toEqual(done)
})

test('without a fault nothing changes, and one that is none is told', () => {
  expect(readFaults({})).toBe(noFaults)
  const place = fakePlace('clipboard')
  expect(noFaults.at('clipboard', place)).toBe(place)
  expect(() => readFaults({ ESTRAN_FAULT: 'clipboard:explode' })).toThrow('say STEP:HOW')
})
