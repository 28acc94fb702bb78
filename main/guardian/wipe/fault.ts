import type { WipePlace } from './place.ts'

/**
 * Makes one place misbehave, so that tests can see what a failed wipe does. From source only: `guardian.ts` never
 * reads it in a packaged program.
 * @param fault `PLACE:skip` (says it wiped, did nothing), `PLACE:fail` or `PLACE:hang`
 */
export function withFault(place: WipePlace, fault: string | undefined): WipePlace {
  if (fault === `${place.place}:skip`) return { ...place, wipe: async () => {} }
  if (fault === `${place.place}:hang`) return { ...place, wipe: () => new Promise(() => {}) }
  if (fault === `${place.place}:fail`) {
    return { ...place, wipe: () => Promise.reject(Object.assign(new Error('injected'), { code: 'EIO' })) }
  }
  return place
}
