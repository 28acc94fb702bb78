import { expect, test } from 'vitest'
import { withFault } from '../../../../main/guardian/wipe/fault.ts'
import { fakePlace } from '../../../doubles/place.ts'

const place = () => {
  const log: string[] = []
  return { log, place: fakePlace('clipboard', undefined, log) }
}

test('a fault strikes the place it names, and leaves its reading back alone', async () => {
  const skipped = place()
  await withFault(skipped.place, 'clipboard:skip').wipe()
  expect(skipped.log).toEqual([])

  const failing = withFault(place().place, 'clipboard:fail')
  await expect(failing.wipe()).rejects.toMatchObject({ code: 'EIO' })
  expect(await failing.readBack(null)).toEqual({ is: 'absent', place: 'clipboard' })

  const hanging = withFault(place().place, 'clipboard:hang').wipe()
  expect(await Promise.race([hanging, Promise.resolve('hangs')])).toBe('hangs')
})

test('without a fault, or with one for another place, nothing changes', () => {
  const sound = place().place
  expect(withFault(sound, undefined)).toBe(sound)
  expect(withFault(sound, 'sessionRoot:fail')).toBe(sound)
})
