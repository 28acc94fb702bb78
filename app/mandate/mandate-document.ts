import type { Mandate } from './mandate.ts'

/**
 * A printed mandate, as keys of the languages' `mandate.json` under `document`, with what to fill in. The page turns
 * keys into words, and lists of keys into lists.
 */
export type MandateSection = { title: SectionTitle; lines: readonly MandateLine[] }

type SectionTitle =
  | 'parties'
  | 'acts'
  | 'data'
  | 'codes'
  | 'duties'
  | 'duration'
  | 'revocation'
  | 'rights'
  | 'signatures'

export type MandateLine =
  | { say: Saying; values?: Record<string, string> }
  /** Lines of a list: keys under `acts` or `data`, or the person's own words. */
  | { list: 'acts' | 'data'; keys: readonly string[] }
  | { words: readonly string[] }
  /** Space to write or sign by hand. */
  | { blank: 'place' | 'person' | 'helper' }

type Saying =
  | 'person'
  | 'address'
  | 'helper'
  | 'administrations'
  | Mandate['presence']
  | 'nothingElse'
  | 'dataPurpose'
  | 'codesTyped'
  | 'codesNotKept'
  | 'explains'
  | 'secret'
  | 'noCopy'
  | 'lastClick'
  | 'duration'
  | 'revocation'
  | 'revocationHow'
  | 'rights'
  | 'complaint'
  | 'copies'

/** The sections of a mandate, in order. Days are ISO days: the page writes them as its language does. */
export function mandateDocument(mandate: Mandate): MandateSection[] {
  const { person, helper, from, until } = mandate
  return [
    {
      title: 'parties',
      lines: [
        { say: 'person', values: { name: person.name, birth: person.birth } },
        ...(person.address === '' ? [] : [{ say: 'address' as const, values: { address: person.address } }]),
        { say: 'helper', values: { ...helper } },
      ],
    },
    {
      title: 'acts',
      lines: [
        { list: 'acts', keys: mandate.acts },
        { say: 'administrations' },
        { words: mandate.administrations },
        { say: mandate.presence },
        { say: 'nothingElse' },
      ],
    },
    {
      title: 'data',
      lines: [{ list: 'data', keys: mandate.data }, { say: 'dataPurpose' }],
    },
    { title: 'codes', lines: [{ say: 'codesTyped' }, { say: 'codesNotKept' }] },
    {
      title: 'duties',
      lines: [{ say: 'explains' }, { say: 'secret' }, { say: 'noCopy' }, { say: 'lastClick' }],
    },
    { title: 'duration', lines: [{ say: 'duration', values: { from, until } }] },
    { title: 'revocation', lines: [{ say: 'revocation' }, { say: 'revocationHow' }] },
    {
      title: 'rights',
      lines: [{ say: 'rights', values: { structure: helper.structure } }, { say: 'complaint' }],
    },
    {
      title: 'signatures',
      lines: [{ say: 'copies' }, { blank: 'place' }, { blank: 'person' }, { blank: 'helper' }],
    },
  ]
}
