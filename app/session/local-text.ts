import { z } from 'zod'
import { type Language, languages } from './visit.ts'

const sentence = z.string().min(1).max(2000)
const others = languages.filter((language) => language !== 'fr')

/** A text somebody else wrote, such as a structure: in French, and in whichever other languages it has. */
export const localTextSchema = z.strictObject({
  fr: sentence,
  ...Object.fromEntries(others.map((language) => [language, sentence.optional()])),
}) as z.ZodType<LocalText, LocalText>
export type LocalText = { fr: string } & { [language in Language]?: string | undefined }

/** The text in this language, or in French. @returns with the language it is in, which a screen reader must know */
export function textIn(text: LocalText, language: Language): { text: string; lang: Language } {
  const own = text[language]
  return own === undefined ? { text: text.fr, lang: 'fr' } : { text: own, lang: language }
}
