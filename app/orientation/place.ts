import { z } from 'zod'
import { termsOf, vocabularies } from './vocabulary.ts'

/** Degrees of WGS 84. */
const positionSchema = z.object({ latitude: z.number(), longitude: z.number() })
export type Position = z.infer<typeof positionSchema>

const text = z.string()
const maybe = z.string().nullable()
const several = <Term extends string>(vocabulary: Record<Term, unknown>) =>
  z.array(z.enum(termsOf(vocabulary)))

/** A place of digital mediation, as people need it. What its file does not say is `null` or empty. */
export const placeSchema = z.object({
  id: text,
  name: text,
  commune: text,
  /** Five digits. */
  postalCode: text,
  address: text,
  addressDetail: maybe,
  position: positionSchema.nullable(),
  phone: maybe,
  emails: z.array(text),
  /** Web addresses, http or https. */
  website: maybe,
  booking: maybe,
  /** In OpenStreetMap's syntax: see `readOpeningHours`. */
  openingHours: maybe,
  summary: maybe,
  /** Day of its last update, `2026-03-31`. */
  updated: maybe,
  needs: several(vocabularies.needs),
  supports: several(vocabularies.supports),
  audiences: several(vocabularies.audiences),
  fees: several(vocabularies.fees),
  accesses: several(vocabularies.accesses),
  accompaniments: several(vocabularies.accompaniments),
  /** National programmes, in the file's own words: « France Services ». */
  programmes: z.array(text),
})
export type Place = z.infer<typeof placeSchema>
