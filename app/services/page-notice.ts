import { z } from 'zod'
import type { Help } from '../session/visit.ts'
import { webAddressSchema } from './web-address.ts'

/**
 * A word said beside a page at the moment of need; the kind decides which, and whether only a helper is told.
 * - `mailSignUp`: an e-mail address is about to be created (R3, S1)
 * - `simulator`: an estimate is no right, no amount, no delay (R4, S1; for helpers)
 * - `finalSubmission`: the last click is the person's (C6, L6; for helpers)
 */
const kinds = ['mailSignUp', 'simulator', 'finalSubmission'] as const
export const pageNoticeKindSchema = z.enum(kinds)
export type PageNoticeKind = z.infer<typeof pageNoticeKindSchema>

export const pageNoticeSchema = z.strictObject({
  /** The beginning of the addresses it belongs to. */
  at: webAddressSchema,
  kind: pageNoticeKindSchema,
})

/** The word to say beside a page; `null` when there is none, or when it is for a helper and there is nobody. */
export function pageNoticeAt(
  services: readonly { notices: readonly z.infer<typeof pageNoticeSchema>[] }[],
  help: Help,
  address: string,
): PageNoticeKind | null {
  const notices = services.flatMap((service) => service.notices)
  const kind = notices.find(({ at }) => address.startsWith(at))?.kind ?? null
  return kind === 'mailSignUp' || help !== 'alone' ? kind : null
}
