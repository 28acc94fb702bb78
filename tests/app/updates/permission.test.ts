import { describe, expect, test } from 'vitest'
import { policySchema } from '../../../app/policy/policy.ts'
import { readPolicy } from '../../../app/policy/problems.ts'
import { type Moment, updatePermission } from '../../../app/updates/permission.ts'

const source = 'https://paquets.example.fr/estran'
const updates = (wish: object) => policySchema.parse({ updates: wish }).updates

/** By the clock of the post. */
const at = (hour: number, minute = 0, change: Partial<Moment> = {}): Moment => ({
  now: new Date(2026, 10, 23, hour, minute),
  closesInSeconds: 12 * 3600,
  journal: 'closed',
  ...change,
})

const said = (moment: Moment, wish: object = { source }) => {
  const permission = updatePermission(updates(wish), moment)
  return permission.is === 'allowed' ? `${permission.source} ${permission.ring}` : permission.because
}

describe('an update', () => {
  test('may begin at night, with nobody there, from the ring of the policy', () => {
    expect(said(at(23))).toBe(`${source} general`)
    expect(said(at(23), { source, ring: 'early' })).toBe(`${source} early`)
    expect(said(at(23), { source: '/srv/estran' })).toBe('file:///srv/estran general')
  })

  test.each([
    [21, 59, 'hours'],
    [22, 0, `${source} general`],
    [0, 0, `${source} general`],
    [4, 59, `${source} general`],
    [5, 0, 'hours'],
    [12, 0, 'hours'],
  ])('%i h %i: %s', (hour, minute, told) => {
    expect(said(at(hour, minute))).toBe(told)
  })

  test.each([
    [7, 29, 'hours'],
    [7, 30, `${source} general`],
    [8, 59, `${source} general`],
    [9, 0, 'hours'],
  ])('in hours that lie within one day, %i h %i: %s', (hour, minute, told) => {
    expect(said(at(hour, minute), { source, from: '07:30', until: '09:00' })).toBe(told)
  })

  test('waits until the structure has closed, where it does so within these hours', () => {
    expect(said(at(22, 10, { closesInSeconds: 50 * 60 }))).toBe('stillOpen')
    expect(said(at(23, 1, { closesInSeconds: 24 * 3600 }))).toBe(`${source} general`)
    expect(said(at(23, 1, { closesInSeconds: null }))).toBe(`${source} general`)
  })

  test.each(['open', 'unknown', 'none'] as const)('never begins on a journal that is %s', (journal) => {
    expect(said(at(23, 0, { journal }))).toBe('session')
  })

  test('comes from nowhere unless the policy says where from', () => {
    expect(said(at(23), {})).toBe('noSource')
  })
})

test.each([
  'http://paquets.example.fr/estran',
  'https://user:secret@paquets.example.fr/',
  'https://paquets.example.fr/estran early\nTrusted: yes',
  'srv/estran',
  '/srv/estran\n',
  'https://paquets.example.fr/[a]',
])('%j is no repository', (wrong) => {
  expect(readPolicy({ updates: { source: wrong } }).ok).toBe(false)
})

test('hours too short for a look an hour are refused, with the cure', () => {
  const reading = readPolicy({ updates: { source, from: '22:00', until: '23:00' } })
  expect(reading).toMatchObject({
    problems: [{ key: 'updates.until', cure: expect.stringContaining('90 minutes') }],
  })
})
