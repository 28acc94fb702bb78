import { expect, it } from 'vitest'
import { placeholders, stringsOf } from '../assets/strings.ts'

const namespaces = [
  ...['kit', 'guardian', 'visitor', 'tasks', 'agenda', 'agreement', 'autonomy'],
  ...['dashboard', 'leaving', 'mandate', 'memory-aid', 'notices', 'orientation'],
]
/** NO-BREAK SPACE, before the high punctuation of French and inside its quotation marks. */
const noBreak = '\u00a0'

it.each(namespaces)('says everything in French and in English: %s', async (namespace) => {
  const [fr, en] = await Promise.all([stringsOf('fr', namespace), stringsOf('en', namespace)])
  expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  expect(Object.keys(fr)).not.toHaveLength(0)
})

it.each(namespaces)('leaves no string empty and fills in the same names: %s', async (namespace) => {
  const [fr, en] = await Promise.all([stringsOf('fr', namespace), stringsOf('en', namespace)])
  for (const [key, text] of Object.entries(fr)) {
    expect(text.trim(), key).not.toBe('')
    expect(en[key]?.trim(), key).not.toBe('')
    expect(placeholders(en[key] ?? ''), key).toEqual(placeholders(text))
  }
})

it.each(namespaces)('writes French as French is printed: %s', async (namespace) => {
  for (const [key, text] of Object.entries(await stringsOf('fr', namespace))) {
    const words = text.replace(/\{\{\w+\}\}|https?:\S+/g, 'x')
    expect(words, `${key}: no-break space before ; : ! ? »`).not.toMatch(
      new RegExp(`[^${noBreak}?!][;:!?»]`, 'u'),
    )
    expect(words, `${key}: no-break space after «`).not.toMatch(new RegExp(`«[^${noBreak}]`, 'u'))
    expect(words, `${key}: curly apostrophe and French quotation marks`).not.toMatch(/['"“”]/)
  }
})
