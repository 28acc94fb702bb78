import type { Place } from '../../app/wipe/verdict.ts'
import type { WipePlace } from '../../main/guardian/wipe/place.ts'

/** What a place does when it is wiped, and what it shows when it is read back. */
export type Behaviour = {
  wipe: 'ok' | 'throw' | 'hang'
  readBack: 'absent' | 'present' | 'throw' | 'hang'
}

export const wellBehaved: Behaviour = { wipe: 'ok', readBack: 'absent' }

/** A place that behaves as it is told, and tells in `log` what was asked of it. */
export function fakePlace(place: Place, behaviour: Behaviour = wellBehaved, log: string[] = []): WipePlace {
  return {
    place,
    wipe: () => {
      log.push(`wipe ${place}`)
      return misbehave(behaviour.wipe, undefined)
    },
    readBack: (trouble) => {
      log.push(`readBack ${place}`)
      if (behaviour.readBack !== 'present') {
        return misbehave(behaviour.readBack, { is: 'absent' as const, place })
      }
      return Promise.resolve({
        is: 'present',
        place,
        what: '1 entries',
        where: place,
        why: trouble ?? 'left',
      })
    },
  }
}

function misbehave<T>(how: string, value: T): Promise<T> {
  if (how === 'hang') return new Promise(() => {})
  if (how === 'throw') return Promise.reject(Object.assign(new Error('/home/name'), { code: 'EIO' }))
  return Promise.resolve(value)
}
