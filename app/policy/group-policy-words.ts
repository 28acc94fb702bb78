import { escapeXml } from '../lib/escape-xml.ts'
import {
  isInside,
  nameOf,
  templateCategories,
  templateFrame,
  templateSettings,
} from './group-policy-settings.ts'
import { type KeyNotes, policyReference } from './reference.ts'

/** The words of a template in one language. @property meanings of each key; left out: those of the schema, in English */
export type TemplateWords = {
  title: string
  about: string
  supported: string
  standard: string
  example: string
  json: string
  inside: string
  meanings?: Record<string, string>
}

/** The words of that template in one language (ADML). */
export function groupPolicyWords(words: TemplateWords): string {
  const { title, about, supported } = words
  const strings = [
    ['title', title],
    ['supported', supported],
    ...templateCategories().flatMap((note) => [
      [nameOf(note), note.key],
      [`${nameOf(note)}_explain`, meaningOf(note, words)],
    ]),
    ...templateSettings().flatMap((note) => [
      [nameOf(note), note.key],
      [`${nameOf(note)}_explain`, explanationOf(note, words)],
      ...(note.shape.is === 'choice'
        ? note.shape.values.map((value) => [`${nameOf(note)}_${value}`, value])
        : []),
    ]),
  ]
  return `<?xml version="1.0" encoding="utf-8"?>
<policyDefinitionResources ${templateFrame}>
  <displayName>${escapeXml(title)}</displayName>
  <description>${escapeXml(about)}</description>
  <resources>
    <stringTable>
${strings.map(([id = '', text = '']) => `      <string id="${id}">${escapeXml(text)}</string>`).join('\n')}
    </stringTable>
    <presentationTable>
${templateSettings().flatMap(presentationOf).join('\n')}
    </presentationTable>
  </resources>
</policyDefinitionResources>
`
}

function presentationOf(note: KeyNotes): string[] {
  const input = inputOf(note)
  if (input === null) return []
  return [`      <presentation id="${nameOf(note)}">\n        ${input}\n      </presentation>`]
}

function inputOf({ key, shape, standard }: KeyNotes): string | null {
  switch (shape.is) {
    case 'switch':
      return null
    case 'number':
      return `<decimalTextBox refId="value" defaultValue="${standard ?? shape.least}">${key}</decimalTextBox>`
    case 'text':
      return `<textBox refId="value"><label>${key}</label></textBox>`
    case 'choice':
      return `<dropdownList refId="value" noSort="true" defaultItem="${Math.max(0, shape.values.indexOf(JSON.parse(standard ?? '""')))}">${key}</dropdownList>`
    default:
      return `<multiTextBox refId="value">${key}</multiTextBox>`
  }
}

function meaningOf({ key, meaning }: KeyNotes, { meanings }: TemplateWords): string {
  return meanings?.[key] ?? meaning
}

function explanationOf(note: KeyNotes, words: TemplateWords): string {
  const inside = policyReference().filter((other) => isInside(other, note))
  return [
    meaningOf(note, words),
    ...(note.shape.is === 'json' ? [words.json] : []),
    ...(note.standard === null ? [] : [`${words.standard} ${note.standard}`]),
    ...(note.example === null ? [] : [`${words.example} ${note.example}`]),
    ...(inside.length === 0 ? [] : [words.inside]),
    ...inside.map(
      (other) => `${other.key.slice(note.key.length).replace(/^(\[\])?\./, '')} – ${meaningOf(other, words)}`,
    ),
  ].join('\n\n')
}
