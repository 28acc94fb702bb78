import type { Language } from '../session/visit.ts'
import { longestSentence } from './sentence.ts'

/** Where a sentence stands in a text: from one index to before another, without the spaces around it. */
export type Span = { from: number; to: number }

/**
 * The sentences of a text, in order. One that is too long for a voice is cut between words.
 * @param language the rules of what ends a sentence are its own (Unicode, UAX 29)
 */
export function sentencesIn(text: string, language: Language): Span[] {
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  return [...segments]
    .flatMap(({ index, segment }) => cut(text, index, index + segment.length))
    .map((span) => trim(text, span))
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(from, to)))
}

function cut(text: string, from: number, to: number): Span[] {
  if (to - from <= longestSentence) return [{ from, to }]
  const space = text.lastIndexOf(' ', from + longestSentence)
  const end = space > from ? space : from + longestSentence
  return [{ from, to: end }, ...cut(text, end, to)]
}

function trim(text: string, { from, to }: Span): Span {
  const part = text.slice(from, to)
  return {
    from: from + (part.length - part.trimStart().length),
    to: to - (part.length - part.trimEnd().length),
  }
}
