import { z } from 'zod'

/** One workshop on one date, in the time zone of the post. */
export const workshopSchema = z.object({
  /** The same each time the feed is read. */
  id: z.string(),
  title: z.string(),
  place: z.string().nullable(),
  description: z.string().nullable(),
  /** Days, `2026-11-24`; the last one is included. */
  day: z.string(),
  lastDay: z.string(),
  /** Hours, `14:00`; `null` when it lasts whole days. */
  from: z.string().nullable(),
  until: z.string().nullable(),
})
export type Workshop = z.infer<typeof workshopSchema>
