import { expect, test } from 'vitest'
import { policyJsonSchema } from '../../app/policy/policy.ts'
import { readPolicy } from '../../app/policy/problems.ts'
import standard from '../../assets/policy/default.json' with { type: 'json' }
import shipped from '../../assets/policy/policy.schema.json' with { type: 'json' }

test('the JSON Schema shipped is the one policies are read by', () => {
  expect(shipped, 'write it again: node scripts/policy-schema.ts').toEqual(policyJsonSchema())
})

test('the policy a first start uses can be followed', () => {
  expect(readPolicy(standard)).toMatchObject({ ok: true })
})
