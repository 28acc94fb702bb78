import { z } from 'zod'
import { localTextSchema } from '../session/local-text.ts'

const article = z.strictObject({ title: localTextSchema, text: localTextSchema })

/** What a structure adds to the charter: its rules of operation, and the charter it has signed (C8, P8). */
export const structureRulesSchema = z.strictObject({
  house: z
    .array(article)
    .max(12)
    .default([])
    .meta({ description: 'Rules of the house, one card each: a title and a text, in French at least.' }),
  signedCharter: z
    .strictObject({
      title: localTextSchema,
      articles: z.array(article).min(1).max(30),
    })
    .optional()
    .meta({ description: 'The charter the structure has signed, in its own words; read beside ours.' }),
})
export type StructureRules = z.infer<typeof structureRulesSchema>
