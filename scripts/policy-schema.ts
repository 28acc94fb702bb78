// Writes the policy's JSON Schema, for the editors of admins, and its reference, from the schema that policies are read by.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { policyJsonSchema } from '../app/policy/policy.ts'
import { policyReference, referenceGaps } from '../app/policy/reference.ts'
import { referencePage } from '../app/policy/reference-page.ts'
import { checkout } from './checkout.ts'
import { moduleProgram, output } from './command.ts'

const gaps = referenceGaps(policyReference())
if (gaps.length > 0) throw new Error(gaps.join('\n'))

const schema = join(checkout, 'assets/policy/policy.schema.json')
await writeFile(schema, JSON.stringify(policyJsonSchema(), null, 2))
await output(moduleProgram('biome'), ['format', '--write', schema])
await writeFile(join(checkout, 'assets/policy/reference.md'), referencePage())
