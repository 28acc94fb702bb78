import type { Place } from './place.ts'

/** Whether a directory is a demonstration: all its places live at names kept for examples (RFC 2606). */
export function areInvented(places: readonly Place[]): boolean {
  return (
    places.length > 0 &&
    places.every(({ website }) => website !== null && /^https?:\/\/[^/]*\.example(\/|$)/i.test(website))
  )
}
