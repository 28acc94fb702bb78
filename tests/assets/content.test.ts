import { describe, expect, test } from 'vitest'
import { riskCards } from '../../app/agreement/agreement.ts'
import { autonomyLevels } from '../../app/autonomy/level.ts'
import { autonomySchema } from '../../app/autonomy/task.ts'
import { acts, personalData } from '../../app/mandate/mandate.ts'
import { wordLanguages } from '../../app/memory-aid/word-list.ts'
import { vocabularies } from '../../app/orientation/vocabulary.ts'
import { pageNoticeSchema } from '../../app/services/page-notice.ts'
import tasksFile from '../../assets/autonomy/tasks.json' with { type: 'json' }
import { namesUnder, placeholders, stringsOf } from './strings.ts'

const namespaces = [
  'agenda',
  'agreement',
  'autonomy',
  'leaving',
  'mandate',
  'memory-aid',
  'notices',
  'orientation',
]
const ofThePost = [...namespaces, 'charter', 'guardian', 'kit', 'tasks', 'visitor']
const languages = ['fr', 'fr-x-falc', 'en']
const sorted = (names: readonly string[]) => [...names].sort()

describe.each(namespaces)('%s', async (namespace) => {
  const fr = await stringsOf('fr', namespace)

  test.each(languages)('says everything in %s, with the same names to fill in', async (language) => {
    const strings = await stringsOf(language, namespace)
    expect(sorted(Object.keys(strings))).toEqual(sorted(Object.keys(fr)))
    for (const [key, text] of Object.entries(strings)) {
      expect(text.trim(), key).not.toBe('')
      expect(placeholders(text), key).toEqual(placeholders(fr[key] ?? ''))
    }
  })

  test.each(['fr', 'fr-x-falc'])('is printed as French is: %s', async (language) => {
    for (const [key, text] of Object.entries(await stringsOf(language, namespace))) {
      const words = text.replace(/\{\{\w+\}\}|https?:\S+/g, 'x')
      expect(words, `${key}: no-break space before ; : ! ? »`).not.toMatch(/[^\u00a0?!][;:!?»]/u)
      expect(words, `${key}: no-break space after «`).not.toMatch(/«[^\u00a0]/u)
      expect(words, `${key}: curly apostrophe, French quotation marks`).not.toMatch(/['"“”]/)
      expect(words, `${key}: no middle dot`).not.toMatch(/·/)
    }
  })
})

/** The measurable rules of « Information for all », the European standard for easy-to-read texts. */
describe.each(ofThePost)('easy-to-read French: %s', async (namespace) => {
  const texts = Object.entries(await stringsOf('fr-x-falc', namespace))

  test('keeps sentences to fifteen words', () => {
    for (const [key, text] of texts) {
      for (const sentence of text.split(/[.!?:](?:\s|$)/u)) {
        const words = sentence.split(/[\s’]+/u).filter((word) => /[\p{L}\d]/u.test(word))
        expect(words.length, `${key}: ${sentence}`).toBeLessThanOrEqual(15)
      }
    }
  })

  test('says one idea a sentence, in the active voice', () => {
    for (const [key, text] of texts) {
      expect(text, `${key}: two sentences rather than a semicolon or a bracket`).not.toMatch(/[;()]/)
      expect(text, `${key}: who does it?`).not.toMatch(
        /\b(est|sont|été|sera|seront) \p{L}+(é|i|u)e?s? par\b/u,
      )
    }
  })

  test('leaves no abbreviation unexplained', () => {
    const explained = ['USB', 'CNIL']
    for (const [key, text] of texts) {
      const abbreviations = [...text.matchAll(/(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])/gu)].map(
        ([name]) => name,
      )
      expect(
        abbreviations.filter((name) => !explained.includes(name)),
        key,
      ).toEqual([])
    }
  })
})

describe('words and rules go together', () => {
  test('each task of the autonomy test has its words, and no words are left without a task', async () => {
    const { tasks } = autonomySchema.parse(tasksFile)
    for (const language of languages) {
      const strings = await stringsOf(language, 'autonomy')
      expect(namesUnder(strings, 'tasks')).toEqual(sorted(tasks.map(({ id }) => id)))
      expect(namesUnder(strings, 'levels')).toEqual(sorted(autonomyLevels))
      for (const task of tasks) {
        expect(strings).toHaveProperty([`tasks.${task.id}.instruction`])
        expect(strings).toHaveProperty([`tasks.${task.id}.tip`])
        if (task.kind === 'type') expect(strings[`tasks.${task.id}.expected`]).toBeTruthy()
        const options = 'options' in task ? task.options : []
        expect(namesUnder(strings, `tasks.${task.id}.options`)).toEqual(sorted(options))
      }
    }
  })

  test('the right answer does not always stand in the same place', () => {
    const { tasks } = autonomySchema.parse(tasksFile)
    const positions = tasks.flatMap((task) => ('right' in task ? task.options.indexOf(task.right) : []))
    expect(new Set(positions).size).toBeGreaterThan(2)
  })

  test('each filter of the directory has its words', async () => {
    const strings = await stringsOf('fr', 'orientation')
    for (const [path, terms] of Object.entries(vocabularies)) {
      expect(namesUnder(strings, path)).toEqual(sorted(Object.keys(terms)))
    }
  })

  test('each kind of notice has its words, for the person and for who helps', async () => {
    const strings = await stringsOf('fr', 'notices')
    for (const kind of pageNoticeSchema.shape.kind.options) {
      expect(namesUnder(strings, kind)).toEqual(['helper', 'person', 'title'])
    }
  })

  test('each act, risk and list of words has its words', async () => {
    const mandate = await stringsOf('fr', 'mandate')
    expect(namesUnder(mandate, 'acts')).toEqual(sorted(acts))
    expect(namesUnder(mandate, 'data')).toEqual(sorted(personalData))
    expect(namesUnder(await stringsOf('fr', 'agreement'), 'risks')).toEqual(sorted(riskCards))
    expect(namesUnder(await stringsOf('fr', 'memory-aid'), 'languages')).toEqual(sorted(wordLanguages))
  })
})
