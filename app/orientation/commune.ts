import { fold } from '../lib/fold.ts'
import type { Place, Position } from './place.ts'

/** A commune where the directory has a place. Homonyms differ by their postal code. */
export type Commune = {
  name: string
  postalCode: string
  /** Middle of the places known there; `null` when none of them says where it is. */
  position: Position | null
}

/** Mean radius of the Earth, in kilometres (IUGG). */
const earthRadiusKilometres = 6371.0088

/** The communes of a directory, each once, by name. */
export function communesOf(places: readonly Place[]): Commune[] {
  const groups = new Map<string, Place[]>()
  for (const place of places) {
    const key = `${place.postalCode} ${spoken(place.commune)}`
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      return first ? [{ name: first.commune, postalCode: first.postalCode, position: middleOf(group) }] : []
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr') || a.postalCode.localeCompare(b.postalCode))
}

/** The communes whose name or postal code begins with what was typed, accents and capitals left aside. */
export function communesLike(communes: readonly Commune[], typed: string): Commune[] {
  const beginning = spoken(typed)
  return communes.filter(
    ({ name, postalCode }) => spoken(name).startsWith(beginning) || postalCode.startsWith(beginning),
  )
}

/** Distance as the crow flies, in kilometres (haversine). */
export function distanceKilometres(from: Position, to: Position): number {
  const latitude = radians(to.latitude - from.latitude) / 2
  const longitude = radians(to.longitude - from.longitude) / 2
  const chord =
    Math.sin(latitude) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude) ** 2
  return 2 * earthRadiusKilometres * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** « St-Michel-en-l’Herm » and « Saint Michel en l'Herm » are one. */
function spoken(name: string): string {
  return fold(name)
    .replaceAll(/[-']/g, ' ')
    .replace(/^st(e?) /, 'saint$1 ')
}

function middleOf(places: readonly Place[]): Position | null {
  const positions = places.flatMap(({ position }) => position ?? [])
  if (positions.length === 0) return null
  const mean = (axis: keyof Position) =>
    positions.reduce((sum, position) => sum + position[axis], 0) / positions.length
  return { latitude: mean('latitude'), longitude: mean('longitude') }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
