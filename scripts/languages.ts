// A language that lacks a string fails the build: nobody meets a page that speaks French all of a sudden.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '../app/session/visit.ts'
import { checkout } from './checkout.ts'

type Strings = { [key: string]: string | Strings }

const folder = join(checkout, 'assets/languages')
/** The coordinator's pages are for staff, the check of a post for admins, who have these. */
const notOfThePost: Record<string, readonly string[]> = {
  'dashboard.json': ['fr', 'en'],
  'check.json': ['fr', 'en'],
}
const pluralForm = /_(zero|one|two|few|many|other)$/

/** What each language lacks, or has too much, beside the French; a sentence each, with the file and the key. */
export function languageProblems(): string[] {
  const files = readdirSync(join(folder, 'fr')).filter((file) => file.endsWith('.json'))
  return languages.flatMap((language) =>
    files
      .filter((file) => notOfThePost[file]?.includes(language) ?? true)
      .flatMap((file) => problemsOf(language, file)),
  )
}

function problemsOf(language: string, file: string): string[] {
  const path = `assets/languages/${language}/${file}`
  let own: Record<string, string>
  try {
    own = read(language, file)
  } catch (error) {
    return [`${path}: cannot be read (${error instanceof Error ? error.message : error}).`]
  }
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const french = Object.keys(read('fr', file))
  // Where there is no « few », « many » is for millions, which are met nowhere here.
  const needed = forms.filter((form) => form !== 'many' || forms.includes('few'))
  const missing = keysIn(needed, french)
    .filter((key) => !own[key]?.trim())
    .map((key) => `${path}: ${key} is missing.`)
  const known = keysIn(forms, french)
  const unknown = Object.keys(own)
    .filter((key) => !known.includes(key))
    .map((key) => `${path}: ${key} is in no French file.`)
  return [...missing, ...unknown]
}

/** The keys of the French, with these plural forms (CLDR). */
function keysIn(forms: readonly string[], french: readonly string[]): string[] {
  const keys = french.flatMap((key) =>
    pluralForm.test(key) ? forms.map((form) => key.replace(pluralForm, `_${form}`)) : [key],
  )
  return [...new Set(keys)]
}

/** Every string by its path, « page.title ». */
function read(language: string, file: string): Record<string, string> {
  const flatten = (strings: Strings, path: string): [string, string][] =>
    Object.entries(strings).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
    )
  return Object.fromEntries(flatten(JSON.parse(readFileSync(join(folder, language, file), 'utf8')), ''))
}
