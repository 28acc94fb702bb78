import { z } from 'zod'

/** Where an entry's hosts and recipe come from: read somewhere, inferred, or general knowledge. */
export const evidenceSchema = z.string().min(1)

/** `confirmed` only once someone with a connection has tried the entry, on that day. */
export const statusSchema = z
  .union([z.literal('unconfirmed'), z.strictObject({ confirmed: z.iso.date() })], {
    error: 'must be "unconfirmed" or the day it was tried: { "confirmed": "2026-11-30" }',
  })
  .default('unconfirmed')
