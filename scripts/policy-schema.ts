// Writes the policy's JSON Schema, for the editors of admins, its reference, and the template of group policies for Windows, from
// the schema that policies are read by.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { groupPolicyTemplate } from '../app/policy/group-policy-template.ts'
import { groupPolicyWords } from '../app/policy/group-policy-words.ts'
import { policyJsonSchema } from '../app/policy/policy.ts'
import { policyReference, referenceGaps } from '../app/policy/reference.ts'
import { referencePage } from '../app/policy/reference-page.ts'
import words from '../assets/policy/group-policy.json' with { type: 'json' }
import { checkout } from './checkout.ts'
import { moduleProgram, output } from './command.ts'

const gaps = referenceGaps(policyReference())
if (gaps.length > 0) throw new Error(gaps.join('\n'))

const schema = join(checkout, 'assets/policy/policy.schema.json')
await writeFile(schema, JSON.stringify(policyJsonSchema(), null, 2))
await output(moduleProgram('biome'), ['format', '--write', schema])
await writeFile(join(checkout, 'assets/policy/reference.md'), referencePage())

const windows = join(checkout, 'assets/deploy/windows')
await writeFile(join(windows, 'estran.admx'), groupPolicyTemplate())
for (const [language, ofLanguage] of Object.entries(words)) {
  await mkdir(join(windows, language), { recursive: true })
  await writeFile(join(windows, language, 'estran.adml'), groupPolicyWords(ofLanguage))
}
