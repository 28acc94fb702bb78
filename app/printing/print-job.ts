import { z } from 'zod'
import { pageRangesSchema } from './page-ranges.ts'

/** How a person wants a document on paper. */
export const printWishSchema = z.object({
  copies: z.int().min(1).max(99),
  ranges: pageRangesSchema,
  blackAndWhite: z.boolean(),
})
export type PrintWish = z.infer<typeof printWishSchema>

/** What keeps a printer from printing, as far as it says so. */
const printTroubles = [
  ...['paper', 'jam', 'cover', 'ink', 'offline', 'stopped'],
  ...['noPrinter', 'overQuota', 'tooLarge', 'failed'],
] as const
export const printTroubleSchema = z.enum(printTroubles)
export type PrintTrouble = z.infer<typeof printTroubleSchema>

/** Where a job is. `waiting` and `printing` may have a trouble that somebody can mend; `failed` always has one. */
export const printProgressSchema = z.object({
  is: z.enum(['sending', 'waiting', 'printing', 'done', 'cancelled', 'failed']),
  trouble: printTroubleSchema.nullable(),
})
export type PrintProgress = z.infer<typeof printProgressSchema>

/** Whether nothing more will become of a job. */
export function isOver({ is }: PrintProgress): boolean {
  return is === 'done' || is === 'cancelled' || is === 'failed'
}
