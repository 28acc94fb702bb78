import { expect, test } from 'vitest'
import { readPolicy } from '../../../app/policy/problems.ts'

const problemsOf = (policy: unknown) => {
  const reading = readPolicy(policy)
  return reading.ok ? [] : reading.problems.map(({ key, cure }) => `${key} ${cure}`)
}

test('nothing need be supplied', () => {
  expect(readPolicy({})).toMatchObject({ ok: true, policy: { orientation: {}, agenda: { days: 30 } } })
})

test.each(['/etc/estran/places.csv', 'D:\\Estran\\places.json', 'C:/Estran/places.csv'])(
  'a file is named by its whole path: %s',
  (places) => {
    expect(problemsOf({ orientation: { places }, agenda: { feed: places } })).toEqual([])
  },
)

test.each([
  'places.csv',
  './places.csv',
  '~/places.csv',
  '//server/share/places.csv',
  '\\\\server\\places.csv',
  '',
])('any other path is refused, with its cure: %s', (places) => {
  expect(problemsOf({ orientation: { places } })).toEqual([
    expect.stringContaining('orientation.places must be a whole path'),
  ])
  expect(problemsOf({ agenda: { feed: places } })).toEqual([
    expect.stringContaining('agenda.feed must be an address'),
  ])
})

test('an agenda may have an address, which nobody can alter on its way', () => {
  expect(problemsOf({ agenda: { feed: 'https://agenda.example/reseau.ics?id=1' } })).toEqual([])
  for (const feed of [
    'http://agenda.example/a.ics',
    'https://',
    'webcal://agenda.example/a.ics',
    'file:///etc/a.ics',
  ]) {
    expect(problemsOf({ agenda: { feed } }), feed).toHaveLength(1)
  }
})
