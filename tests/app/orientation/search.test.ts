import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { communesLike, communesOf, distanceKilometres } from '../../../app/orientation/commune.ts'
import type { Place } from '../../../app/orientation/place.ts'
import { findPlaces, type Wish } from '../../../app/orientation/search.ts'

const anything: Wish = { need: null, supports: [], freeOnly: false, near: null }
const place = (name: string, more: Partial<Place> = {}): Place => ({
  id: name,
  name,
  commune: 'Rocheconte',
  postalCode: '00110',
  address: '1 quai',
  addressDetail: null,
  position: null,
  phone: null,
  emails: [],
  website: null,
  booking: null,
  openingHours: null,
  summary: null,
  updated: null,
  needs: [],
  supports: [],
  audiences: [],
  fees: [],
  accesses: [],
  accompaniments: [],
  programmes: [],
  ...more,
})
const names = (places: readonly Place[], wish: Partial<Wish>) =>
  findPlaces(places, { ...anything, ...wish }).map((found) => found.place.name)

describe('a search', () => {
  test('asks that every wish be met', () => {
    const places = [
      place('all', { needs: ['access'], supports: ['sight', 'english'], fees: ['free'] }),
      place('no English', { needs: ['access'], supports: ['sight'], fees: ['free'] }),
      place('with conditions', {
        needs: ['access'],
        supports: ['sight', 'english'],
        fees: ['conditional'],
      }),
      place('other need', { needs: ['work'], supports: ['sight', 'english'], fees: ['free'] }),
    ]
    expect(names(places, { need: 'access', supports: ['sight', 'english'], freeOnly: true })).toEqual(['all'])
    expect(names(places, {})).toHaveLength(4)
  })

  test('never shows a place that receives nobody', () => {
    expect(names([place('office', { accesses: ['noPublic', 'mail'] })], {})).toEqual([])
  })

  test('puts the nearest first, and those of unknown distance last, by name', () => {
    const here = { latitude: 46.1, longitude: -2.4 }
    const far = { latitude: 46.9, longitude: -2.4 }
    const places = [
      place('Ö unknown', { postalCode: '00999', commune: 'Ailleurs' }),
      place('far', { position: far, postalCode: '00200', commune: 'Loin' }),
      place('A unknown', { postalCode: '00999', commune: 'Ailleurs' }),
      place('near', { position: here }),
      place('same commune, no position'),
    ]
    const near = communesOf(places).find(({ name }) => name === 'Rocheconte') ?? null
    expect(names(places, { near })).toEqual([
      'near',
      'same commune, no position',
      'far',
      'A unknown',
      'Ö unknown',
    ])
  })
})

describe('communes', () => {
  test('are those of the places, each once, homonyms apart', () => {
    const communes = communesOf([
      place('a', { position: { latitude: 46, longitude: 2 } }),
      place('b', { position: { latitude: 47, longitude: 3 }, commune: 'ROCHECONTE' }),
      place('c', { postalCode: '00990' }),
    ])
    expect(communes).toEqual([
      { name: 'Rocheconte', postalCode: '00110', position: { latitude: 46.5, longitude: 2.5 } },
      { name: 'Rocheconte', postalCode: '00990', position: null },
    ])
  })

  test('are found as people type them', () => {
    const communes = communesOf([
      place('a', { commune: 'L’Île-Inventée', postalCode: '00140' }),
      place('b', { commune: 'Sainte-Fable-sur-Marée', postalCode: '00130' }),
    ])
    const found = (typed: string) => communesLike(communes, typed).map(({ name }) => name)
    expect(found("l'ile inv")).toEqual(['L’Île-Inventée'])
    expect(found('STE FABLE')).toEqual(['Sainte-Fable-sur-Marée'])
    expect(found('0013')).toEqual(['Sainte-Fable-sur-Marée'])
    expect(found('paris')).toEqual([])
  })
})

describe('distance', () => {
  const position = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  })

  test('is that of the maps', () => {
    const paris = { latitude: 48.8566, longitude: 2.3522 }
    const marseille = { latitude: 43.2965, longitude: 5.3698 }
    expect(distanceKilometres(paris, marseille)).toBeCloseTo(660.5, 0)
  })

  test('is the same both ways, never negative, never more than half a turn of the Earth', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const distance = distanceKilometres(a, b)
        expect(distance).toBeCloseTo(distanceKilometres(b, a), 6)
        expect(distance).toBeGreaterThanOrEqual(0)
        expect(distance).toBeLessThanOrEqual(20_016)
      }),
    )
  })
})
