import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../../../app/session/visit.ts'
import { longestSentence } from '../../../app/speech/sentence.ts'
import { sentencesIn } from '../../../app/speech/sentences-in.ts'

const read = (text: string, language: (typeof languages)[number] = 'fr') =>
  sentencesIn(text, language).map(({ from, to }) => text.slice(from, to))

describe('the sentences of a text', () => {
  test.each([
    ['fr', ['Êtes-vous toujours là\u00a0?', 'Sans réponse, tout est effacé.']],
    ['fr-x-falc', ['Vous avez fini\u00a0?', 'Appuyez ici.']],
    ['en', ['Are you still there?', 'Touch the screen.']],
    ['es', ['¿Sigue usted ahí?', 'Toque la pantalla.']],
    ['ar', ['هل ما زلتم هنا؟', 'المسوا الشاشة.']],
    ['uk', ['Ви ще тут?', 'Торкніться екрана.']],
    ['pt', ['Ainda está aí?', 'Toque no ecrã.']],
  ] as const)('are read one by one: %s', (language, sentences) => {
    expect(read(sentences.join(' '), language)).toEqual(sentences)
  })

  test('are without the spaces around them, and what has no word is none', () => {
    expect(read('  \n Bonjour.  … – ')).toEqual(['Bonjour.'])
    expect(read(' – ')).toEqual([])
  })

  test('are cut between words where one is too long for a voice', () => {
    const parts = read(`${'effacer puis vérifier '.repeat(60)}.`)
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts)
      expect(part).toMatch(/^(effacer|puis|vérifier)\b.*\b(effacer|puis|vérifier) ?\.?$/)
  })

  test('hold every word of any text, in order, each short enough', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 1500 }),
        fc.constantFrom(...languages),
        (text, language) => {
          const spans = sentencesIn(text, language)
          let end = 0
          for (const { from, to } of spans) {
            expect(from).toBeGreaterThanOrEqual(end)
            expect(to - from).toBeLessThanOrEqual(longestSentence)
            // What lies between two sentences is nothing to say.
            expect(text.slice(end, from)).not.toMatch(/[\p{L}\p{N}]/u)
            end = to
          }
          expect(text.slice(end)).not.toMatch(/[\p{L}\p{N}]/u)
        },
      ),
    )
  })
})
