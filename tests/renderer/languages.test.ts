import { expect, it } from 'vitest'
import { languages } from '../../app/session/visit.ts'
import { knownColumns } from '../../app/tally/figures.ts'
import { languageProblems } from '../../scripts/languages.ts'
import { namesUnder, placeholders, stringsOf } from '../assets/strings.ts'

const ofThePost = [
  ...['kit', 'guardian', 'visitor', 'tasks', 'charter', 'agenda', 'agreement', 'autonomy'],
  ...['leaving', 'mandate', 'memory-aid', 'notices', 'orientation'],
]
const namespaces = [...ofThePost, 'dashboard']
/** NO-BREAK SPACE, before the high punctuation of French and inside its quotation marks. */
const noBreak = '\u00a0'

it('says everything in every language', () => {
  expect(languageProblems()).toEqual([])
})

it.each(ofThePost)('fills in the same names in every language: %s', async (namespace) => {
  const fr = await stringsOf('fr', namespace)
  for (const language of languages) {
    for (const [key, text] of Object.entries(await stringsOf(language, namespace))) {
      const french = fr[key] ?? fr[key.replace(/_\w+$/, '_other')] ?? ''
      // A form for one, two or none may say the number in words.
      const isCounted = /_(zero|one|two)$/.test(key)
      const names = placeholders(text).filter((name) => !isCounted || name !== 'count')
      const wanted = placeholders(french).filter((name) => !isCounted || name !== 'count')
      expect(names, `${language}: ${key}`).toEqual(wanted)
    }
  }
})

it.each(namespaces)('writes French as French is printed: %s', async (namespace) => {
  const simple = ofThePost.includes(namespace) ? await stringsOf('fr-x-falc', namespace) : {}
  for (const [key, text] of Object.entries({ ...(await stringsOf('fr', namespace)), ...simple })) {
    const words = text.replace(/\{\{\w+\}\}|https?:\S+/g, 'x')
    expect(words, `${key}: no-break space before ; : ! ? »`).not.toMatch(
      new RegExp(`[^${noBreak}?!][;:!?»]`, 'u'),
    )
    expect(words, `${key}: no-break space after «`).not.toMatch(new RegExp(`«[^${noBreak}]`, 'u'))
    expect(words, `${key}: curly apostrophe and French quotation marks`).not.toMatch(/['"“”]/)
  }
})

it.each(['fr', 'en'])(
  'names every table that is counted, and every known column of it: %s',
  async (language) => {
    const strings = await stringsOf(language, 'dashboard')
    expect(namesUnder(strings, 'tables')).toEqual(Object.keys(knownColumns).sort())
    for (const [table, columns] of Object.entries(knownColumns)) {
      expect(namesUnder(strings, `columns.${table}`), table).toEqual([...columns].sort())
    }
  },
)

/** Buttons whose spoken name also says what they act on: who speaks to the post says what is written (WCAG 2.5.3). */
const named = [
  ['visitor', 'documents.open', 'documents.openNamed'],
  ['visitor', 'documents.delete', 'documents.deleteNamed'],
  ['visitor', 'documents.stop', 'documents.stopNamed'],
  ['visitor', 'documents.drop', 'documents.dropNamed'],
  ['tasks', 'print.page', 'print.named'],
  ['tasks', 'stick.copy', 'stick.copyNamed'],
] as const

it.each(languages)('names a button by what is written on it: %s', async (language) => {
  for (const [namespace, written, spoken] of named) {
    const strings = await stringsOf(language, namespace)
    expect(strings[spoken]?.toLowerCase(), spoken).toContain(strings[written]?.toLowerCase())
  }
})
