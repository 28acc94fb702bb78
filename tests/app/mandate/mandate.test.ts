import { describe, expect, test } from 'vitest'
import { type Mandate, readMandate } from '../../../app/mandate/mandate.ts'
import { mandateDocument } from '../../../app/mandate/mandate-document.ts'
import { placeholders, stringsOf } from '../../assets/strings.ts'

const mandate: Mandate = {
  person: { name: 'Dominique Exemple', birth: '1960-05-04', address: '' },
  helper: { name: 'Claude Modèle', role: 'travail social', structure: 'Maison des solidarités' },
  acts: ['consult', 'declare'],
  administrations: ['Caf'],
  data: ['family', 'income'],
  presence: 'together',
  from: '2026-11-22',
  until: '2027-05-22',
}
const fields = (form: unknown) => {
  const reading = readMandate(form)
  return reading.ok ? [] : reading.fields
}

describe('a mandate', () => {
  test('is read once every point of the model is filled in', () => {
    expect(readMandate(mandate)).toEqual({ ok: true, mandate })
  })

  test('names the fields to look at again', () => {
    expect(fields({})).toEqual([
      'person',
      'helper',
      'acts',
      'administrations',
      'data',
      'presence',
      'from',
      'until',
    ])
    const form = {
      ...mandate,
      person: { ...mandate.person, name: ' ' },
      acts: [],
      administrations: ['Caf', ''],
    }
    expect(fields(form)).toEqual(['person.name', 'acts', 'administrations.1'])
  })

  test('asks no address of a person without one', () => {
    expect(fields(mandate)).toEqual([])
    const said = JSON.stringify(mandateDocument(mandate))
    expect(said).not.toContain('"address"')
    const housed = { ...mandate, person: { ...mandate.person, address: '1 quai' } }
    expect(JSON.stringify(mandateDocument(housed))).toContain('1 quai')
  })

  test('is never general nor without an end: a year at most, from the day it is made', () => {
    expect(fields({ ...mandate, until: '2027-11-23' })).toEqual([])
    expect(fields({ ...mandate, until: '2027-11-24' })).toEqual(['until'])
    expect(fields({ ...mandate, until: '2026-11-21' })).toEqual(['until'])
    expect(fields({ ...mandate, until: '2026-11-22' })).toEqual([])
    expect(fields({ ...mandate, acts: ['everything'] })).toEqual(['acts.0'])
    expect(fields({ ...mandate, person: { ...mandate.person, birth: '2026-11-22' } })).toEqual([
      'person.birth',
    ])
  })
})

describe.each(['fr', 'fr-x-falc', 'en'])('the printed mandate in %s', async (language) => {
  const strings = await stringsOf(language, 'mandate')
  const sections = mandateDocument({ ...mandate, person: { ...mandate.person, address: '1 quai' } })
  const lines = sections.flatMap((section) => section.lines)

  test('has words for each of its sections and lines, and fills in every name', () => {
    for (const { title } of sections) expect(strings).toHaveProperty([`document.sections.${title}`])
    for (const line of lines) {
      if ('say' in line) {
        const names = Object.keys(line.values ?? {}).sort()
        expect(placeholders(strings[`document.say.${line.say}`] ?? 'missing {{text}}'), line.say).toEqual(
          names,
        )
      }
      if ('list' in line) for (const key of line.keys) expect(strings).toHaveProperty([`${line.list}.${key}`])
      if ('blank' in line) expect(strings).toHaveProperty([`document.blanks.${line.blank}`])
    }
  })

  test('holds what was filled in, every act and nothing but those', () => {
    const said = JSON.stringify(lines)
    for (const words of ['Dominique Exemple', 'Claude Modèle', 'Maison des solidarités', 'Caf', '1 quai']) {
      expect(said).toContain(words)
    }
    expect(lines).toContainEqual({ list: 'acts', keys: ['consult', 'declare'] })
    expect(lines).toContainEqual({ blank: 'person' })
    expect(lines).toContainEqual({ blank: 'helper' })
  })
})
