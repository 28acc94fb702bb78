import { z } from 'zod'
import { fold } from '../lib/fold.ts'

/** Languages that have a list of words: a passphrase is remembered in one's own. */
export const wordLanguages = ['fr', 'en', 'es', 'pt', 'uk', 'ar'] as const
export type WordLanguage = (typeof wordLanguages)[number]

/** Letters that are typed without a thought: no accent on Latin ones, none of the marks of Arabic. */
const plainWord = /^([a-z]{3,9}|[а-щьюяєіїґ]{3,9}|[\u0621-\u064a]{2,8})$/u

/** A list of words: `assets/words/LANGUAGE.json`. Words differ by more than an accent, and are told apart at a glance. */
export const wordListSchema = z
  .strictObject({ source: z.string().min(1), words: z.array(z.string().regex(plainWord)).min(648) })
  .superRefine(({ words }, context) => {
    const seen = new Map<string, string>()
    for (const [index, word] of words.entries()) {
      const same = seen.get(fold(word))
      if (same !== undefined) {
        context.addIssue({ code: 'custom', path: ['words', index], message: `"${word}" is "${same}" again` })
      }
      seen.set(fold(word), word)
    }
  })
export type WordList = z.infer<typeof wordListSchema>
