import { z } from 'zod'
import { localTextSchema } from '../session/local-text.ts'

const titleSchema = localTextSchema.meta({
  description: 'Its title, in French and in any other language offered.',
  examples: [{ fr: 'Règlement intérieur', en: 'House rules' }],
})

const article = z.strictObject({
  title: titleSchema,
  text: localTextSchema.meta({
    description: 'Its text, likewise.',
    examples: [{ fr: 'Le poste est réservé aux démarches, une heure par personne.' }],
  }),
})

/** What a structure adds to the charter: its rules of operation, and the charter it has signed (C8, P8). */
export const structureRulesSchema = z.strictObject({
  house: z
    .array(article)
    .max(12)
    .default([])
    .meta({ description: 'Rules of the house, one card each: a title and a text, in French at least.' }),
  signedCharter: z
    .strictObject({
      title: titleSchema,
      articles: z.array(article).min(1).max(30).meta({ description: 'Its articles, in order.' }),
    })
    .optional()
    .meta({ description: 'The charter the structure has signed, in its own words; read beside ours.' }),
})
export type StructureRules = z.infer<typeof structureRulesSchema>
