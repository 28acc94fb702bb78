import { z } from 'zod'
import { daySchema } from '../tally/series.ts'

/** The browser inside a post, so that reception sees which one waits for an update. */
export const runtimeSchema = z.strictObject({
  /** `156.0.7802.41` */
  chromium: z.string().regex(/^\d{1,5}(\.\d{1,5}){0,3}$/),
  /** The day it came out; `null` where the post runs another than the one it was shipped with. */
  released: daySchema.nullable(),
})
export type Runtime = z.infer<typeof runtimeSchema>
