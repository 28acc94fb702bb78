import { type Commune, distanceKilometres } from './commune.ts'
import type { Place } from './place.ts'
import type { Need, Support } from './vocabulary.ts'

/** What a person looks for. Every wish must be met; `near` only sorts. */
export type Wish = {
  need: Need | null
  /** Languages and disabilities to be received with. */
  supports: readonly Support[]
  /** Free for everyone, without condition. */
  freeOnly: boolean
  near: Commune | null
}

/** A place that meets a wish; `null` when the distance is not known. */
export type Found = { place: Place; distanceKilometres: number | null }

/** The places that meet a wish, nearest first, then by name. Places that receive nobody are never shown. */
export function findPlaces(places: readonly Place[], wish: Wish): Found[] {
  return places
    .filter((place) => receives(place) && meets(place, wish))
    .map((place) => ({ place, distanceKilometres: distanceFrom(wish.near, place) }))
    .sort(nearestFirst)
}

function receives(place: Place): boolean {
  return !place.accesses.includes('noPublic')
}

function meets(place: Place, { need, supports, freeOnly }: Wish): boolean {
  return (
    (need === null || place.needs.includes(need)) &&
    supports.every((support) => place.supports.includes(support)) &&
    (!freeOnly || place.fees.includes('free'))
  )
}

function distanceFrom(near: Commune | null, place: Place): number | null {
  if (near === null) return null
  // A place that does not say where it is, but stands in the very commune, is near.
  if (place.position === null) return place.postalCode === near.postalCode ? 0 : null
  return near.position === null ? null : distanceKilometres(near.position, place.position)
}

function nearestFirst(a: Found, b: Found): number {
  const far = Number.POSITIVE_INFINITY
  const difference = (a.distanceKilometres ?? far) - (b.distanceKilometres ?? far)
  // Two distances not known: infinity less infinity is not a number.
  return difference || a.place.name.localeCompare(b.place.name, 'fr')
}
