import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { groupPolicyTemplate } from '../../app/policy/group-policy-template.ts'
import { groupPolicyWords } from '../../app/policy/group-policy-words.ts'
import { policyReference } from '../../app/policy/reference.ts'
import words from '../../assets/policy/group-policy.json' with { type: 'json' }

const windows = join(import.meta.dirname, '../../assets/deploy/windows')
const shipped = (file: string) => readFileSync(join(windows, file), 'utf8')
const template = shipped('estran.admx')
const languages = ['fr-FR', 'en-US'] as const

/** Every first group of a pattern. */
const all = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, found = '']) => found)

test('the template shipped is of the schema policies are read by', () => {
  expect(template, 'write it again: node scripts/policy-schema.ts').toBe(groupPolicyTemplate())
  for (const language of languages) {
    expect(shipped(`${language}/estran.adml`)).toBe(groupPolicyWords(words[language]))
  }
})

test('template and words are XML', () => {
  for (const file of ['estran.admx', ...languages.map((language) => `${language}/estran.adml`)]) {
    execFileSync('xmllint', ['--noout', join(windows, file)])
  }
})

test('every key can be set, by itself or with the one it lies in', () => {
  const set = all(/valueName="([^"]*)"/g, template)
  expect(new Set(set).size).toBe(set.length)
  for (const { key, section, standard } of policyReference()) {
    if (key === '$schema' || (section && standard === '{}')) continue
    expect(
      set.some((name) => key === name || key.startsWith(`${name}.`) || key.startsWith(`${name}[]`)),
      key,
    ).toBe(true)
  }
  // What group-policy.ps1 can put together: a section and a key of it.
  expect(set.filter((name) => name.split('.').length > 2)).toEqual([])
})

test.each(languages)('%s says whatever the template points at', (language) => {
  const adml = shipped(`${language}/estran.adml`)
  const strings = new Set(all(/<string id="([^"]*)">/g, adml))
  const presentations = new Set(all(/<presentation id="([^"]*)">/g, adml))
  expect(all(/\$\(string\.([^)]*)\)/g, template).filter((id) => !strings.has(id))).toEqual([])
  expect(all(/\$\(presentation\.([^)]*)\)/g, template).filter((id) => !presentations.has(id))).toEqual([])
  expect(strings.size).toBe(all(/<string id="([^"]*)">/g, adml).length)
})

test('French has the meaning of every key, and of no other', () => {
  const keys = policyReference().flatMap(({ key }) => (key === '$schema' ? [] : [key]))
  expect(Object.keys(words['fr-FR'].meanings).sort()).toEqual(keys.sort())
})
