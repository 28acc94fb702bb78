import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { communesOf } from '../../app/orientation/commune.ts'
import { readDirectory } from '../../app/orientation/directory.ts'
import { readOpeningHours } from '../../app/orientation/opening-hours.ts'
import { vocabularies } from '../../app/orientation/vocabulary.ts'

const sample = readDirectory(
  await readFile(new URL('../../assets/orientation/sample.csv', import.meta.url), 'utf8'),
)

test('the sample of invented places is read without a problem', () => {
  expect(sample.problems).toEqual([])
  expect(sample.places.length).toBeGreaterThanOrEqual(20)
  expect(communesOf(sample.places).length).toBeGreaterThan(5)
})

test('nothing in the sample is a real place: no French postal code, fictional numbers and domains', () => {
  for (const place of sample.places) {
    expect(place.postalCode).toMatch(/^00/)
    // Kept for fiction by the French numbering plan.
    expect(place.phone).toMatch(/^\+3319900\d{4}$/)
    for (const address of [place.website, place.booking]) {
      expect(new URL(address ?? 'https://none.example').hostname).toMatch(/\.example$/)
    }
    for (const email of place.emails) expect(email).toMatch(/\.example$/)
  }
})

test('every need and every support has a place in the sample, so that each filter can be tried', () => {
  const offered = new Set<string>(sample.places.flatMap(({ needs, supports }) => [...needs, ...supports]))
  const filters = [...Object.keys(vocabularies.needs), ...Object.keys(vocabularies.supports)]
  expect(filters.filter((filter) => !offered.has(filter))).toEqual([])
})

test('hours are understood, but for those that no week can hold', () => {
  const raw = sample.places.filter(({ openingHours }) => openingHours && !readOpeningHours(openingHours))
  expect(raw.map(({ name }) => name)).toEqual(['Permanence de Sainte-Fable'])
})
