import { z } from 'zod'
import { logOutReportSchema } from '../services/log-out.ts'
import { endCauseSchema } from '../session/visit.ts'
import { verdictSchema } from '../wipe/verdict.ts'

/** What the person is told at the end, and staff if the verdict is not clean. Shown, never stored: of it, the receipt log keeps an `Entry`. */
export const receiptSchema = z.object({
  cause: endCauseSchema,
  logOuts: z.array(logOutReportSchema),
  documentsWiped: z.number().int().nonnegative(),
  verdict: verdictSchema,
})
export type Receipt = z.infer<typeof receiptSchema>
