import { z } from 'zod'
import { webAddressSchema } from './web-address.ts'

/**
 * A word said beside a page at the moment of need; the kind decides which, and whether only a helper is told.
 * - `mailSignUp`: an e-mail address is about to be created (R3, S1)
 * - `simulator`: an estimate is no right, no amount, no delay (R4, S1; for helpers)
 * - `finalSubmission`: the last click is the person's (C6, L6; for helpers)
 */
export const pageNoticeSchema = z.strictObject({
  /** The beginning of the addresses it belongs to. */
  at: webAddressSchema,
  kind: z.enum(['mailSignUp', 'simulator', 'finalSubmission']),
})
