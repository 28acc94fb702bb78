import { z } from 'zod'

/** Acts a person may entrust, each ticked by itself: a mandate is never general (after the CNIL's model). */
export const acts = [
  'mailbox',
  'account',
  'consult',
  'declare',
  'apply',
  'documents',
  'correspond',
  'appointment',
] as const

/** Personal data the helper will need to see. */
export const personalData = [
  'identity',
  'contact',
  'family',
  'income',
  'bank',
  'health',
  'housing',
  'work',
] as const

/** Longest mandate, in days: a year; after it, the person is asked again. */
const longestDays = 366
const dayMs = 86_400_000

const line = z.string().trim().min(1).max(120)
const day = z.iso.date()

/**
 * A mandate: who, for whom, which acts, with which data, until when. Written after the points of the CNIL's model for
 * social workers. It lives in the page where it is filled in, is printed, and is never kept or sent.
 */
const mandateSchema = z.strictObject({
  person: z.strictObject({
    name: line,
    birth: day,
    /** Empty for a person without one. */
    address: z.string().trim().max(120),
  }),
  helper: z.strictObject({ name: line, role: line, structure: line }),
  acts: z.array(z.enum(acts)).min(1),
  /** Administrations the acts are done with, in the person's words. */
  administrations: z.array(line).min(1).max(6),
  data: z.array(z.enum(personalData)).min(1),
  /** Beside the person, or also when they are away. */
  presence: z.enum(['together', 'away']),
  /** Day it is made, and last day it holds. */
  from: day,
  until: day,
})
export type Mandate = z.infer<typeof mandateSchema>

/** The field of a form to look at again: « person.name ». */
export type MandateReading = { ok: true; mandate: Mandate } | { ok: false; fields: string[] }

/** Reads a filled form. It may be unfinished or wrong: then the fields to look at again are named, in order. */
export function readMandate(form: unknown): MandateReading {
  const read = mandateSchema.safeParse(form)
  if (!read.success) {
    return {
      ok: false,
      fields: [...new Set(read.error.issues.map(({ path }) => path.slice(0, 2).join('.')))],
    }
  }
  const { from, until, person } = read.data
  const days = (Date.parse(until) - Date.parse(from)) / dayMs
  const fields = [
    ...(person.birth < from ? [] : ['person.birth']),
    ...(days >= 0 && days <= longestDays ? [] : ['until']),
  ]
  return fields.length === 0 ? { ok: true, mandate: read.data } : { ok: false, fields }
}
