// Writes the policy's JSON Schema, for the editors of admins, from the schema that policies are read by.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { policyJsonSchema } from '../app/policy/policy.ts'
import { checkout } from './checkout.ts'
import { moduleProgram, output } from './command.ts'

const file = join(checkout, 'assets/policy/policy.schema.json')
await writeFile(file, JSON.stringify(policyJsonSchema(), null, 2))
await output(moduleProgram('biome'), ['format', '--write', file])
