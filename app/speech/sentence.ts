import { z } from 'zod'
import { languageSchema } from '../session/visit.ts'

/** Characters that are handed to a voice at once. */
export const longestSentence = 400

/** One sentence of a page of ours, and the language it is in. */
export const sentenceSchema = z.object({
  text: z
    .string()
    .min(1)
    .max(longestSentence)
    .regex(/^\P{Cc}*$/u),
  language: languageSchema,
})
export type Sentence = z.infer<typeof sentenceSchema>

/** What became of a sentence: said to its end, cut short by somebody, or not said at all. */
export const spokenSchema = z.enum(['said', 'stopped', 'failed'])
export type Spoken = z.infer<typeof spokenSchema>
