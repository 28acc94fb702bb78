import { z } from 'zod'
import { fold } from '../lib/fold.ts'

/** Languages that have a list of words: a passphrase is remembered in one's own. */
export const wordLanguages = ['fr', 'en', 'es', 'pt', 'uk', 'ar'] as const

/**
 * Letters that are typed without a thought: on Latin ones no accent, no hamza on Arabic ones, no apostrophe. Fewer
 * words than these would make a passphrase longer than five.
 */
const plainWord = /^([a-z]{3,11}|[а-щьюяєіїґ]{3,11}|[\u0627-\u063a\u0641-\u0648\u064a]{2,8})$/u
const fewestWords = 650

/** A list of words: `assets/words/LANGUAGE.json`. Words differ by more than an accent, and are told apart at a glance. */
export const wordListSchema = z
  .strictObject({ source: z.string().min(1), words: z.array(z.string().regex(plainWord)).min(fewestWords) })
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
