import { expect, test } from 'vitest'
import { policySchema } from '../../../app/policy/policy.ts'
import { readPolicy } from '../../../app/policy/problems.ts'
import { policyReference, referenceGaps } from '../../../app/policy/reference.ts'

test('every key has its meaning and an example', () => {
  expect(referenceGaps(policyReference())).toEqual([])
})

test('a key that has none is told', () => {
  const bare = {
    key: 'a.b',
    meaning: '',
    type: 'text',
    standard: null,
    example: null,
    section: false,
    secret: false,
    shape: { is: 'switch' as const },
  }
  expect(referenceGaps([bare])).toHaveLength(2)
})

test('every key that has a default is in the reference with it', () => {
  const standard = new Map(policyReference().map(({ key, standard }) => [key, standard]))
  for (const [section, keys] of Object.entries(policySchema.parse({}))) {
    if (Array.isArray(keys) || typeof keys !== 'object') continue
    for (const [key, value] of Object.entries(keys)) {
      expect(standard.get(`${section}.${key}`), `${section}.${key}`).toBe(JSON.stringify(value))
    }
  }
})

test('every example can be followed', () => {
  const examples = policyReference().filter(({ key, section }) => !section && !key.startsWith('staff.'))
  // A signed charter has both or none of its keys, a coordinator its code at least.
  for (const { key, example } of examples.filter(({ key }) => !/\[\]|signedCharter|coordinator/.test(key))) {
    const json = key
      .split('.')
      .reduceRight<unknown>((value, part) => ({ [part]: value }), JSON.parse(example ?? ''))
    expect(readPolicy(json), key).toMatchObject({ ok: true })
  }
  const under = (start: string) =>
    Object.fromEntries(
      examples
        .filter(({ key }) => key.startsWith(start))
        .map(({ key, example }) => [key.slice(start.length), JSON.parse(example ?? '')]),
    )
  const entry = (list: string) => under(`${list}[].`)
  expect(Object.keys(entry('services.add'))).toContain('hosts')
  expect(
    readPolicy({
      coordinator: under('coordinator.'),
      services: { add: [entry('services.add')] },
      session: { closing: [entry('session.closing')] },
      rules: { house: [entry('rules.house')] },
    }),
  ).toMatchObject({ ok: true })
})

test('the hashes of PINs and the code of a site are secrets', () => {
  const secrets = policyReference().filter(({ secret }) => secret)
  expect(secrets.map(({ key }) => key)).toEqual(['staff.pinHash', 'staff.adminPinHash', 'coordinator.code'])
})
