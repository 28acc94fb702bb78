import { z } from 'zod'

/** Languages the pages exist in (BCP 47); `fr-x-falc` is easy-to-read French. */
export const languages = ['fr', 'fr-x-falc', 'en', 'es', 'ar', 'uk', 'pt'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

/** Kinds of help, as the networks' charters name them (L4): alone, then the four services of a helper. */
export const helpKinds = ['alone', 'orientation', 'assistance', 'facilitation', 'training'] as const
export const helpSchema = z.enum(helpKinds)
export type Help = z.infer<typeof helpSchema>

/** What is known of a visit: two taps, nothing that tells who. */
export const visitSchema = z.object({ language: languageSchema, help: helpSchema })
export type Visit = z.infer<typeof visitSchema>

/** Why a session ends. Every cause enters by the same door and takes the same steps. */
export const endCauses = ['person', 'idle', 'time', 'closing', 'staff', 'crash', 'shutdown'] as const
export const endCauseSchema = z.enum(endCauses)
export type EndCause = z.infer<typeof endCauseSchema>

/** What the guardian asks the person during a session; each can be answered. */
export const notices = ['end', 'idle', 'time', 'closing'] as const
export const noticeSchema = z.enum(notices)
export type Notice = z.infer<typeof noticeSchema>
