import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { policyJsonSchema } from '../../app/policy/policy.ts'
import { readPolicy } from '../../app/policy/problems.ts'
import { referencePage } from '../../app/policy/reference-page.ts'
import standard from '../../assets/policy/default.json' with { type: 'json' }
import shipped from '../../assets/policy/policy.schema.json' with { type: 'json' }

test('the JSON Schema shipped is the one policies are read by', () => {
  expect(shipped, 'write it again: node scripts/policy-schema.ts').toEqual(policyJsonSchema())
})

test('the reference shipped is of the schema policies are read by', () => {
  const shippedPage = readFileSync(join(import.meta.dirname, '../../assets/policy/reference.md'), 'utf8')
  expect(shippedPage, 'write it again: node scripts/policy-schema.ts').toBe(referencePage())
})

test('the policy a first start uses can be followed', () => {
  expect(readPolicy(standard)).toMatchObject({ ok: true })
})
