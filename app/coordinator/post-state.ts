import { z } from 'zod'

/** What reception sees of a post: never what a person does there. */
export const postStateSchema = z.strictObject({
  at: z.enum(['starting', 'free', 'inUse', 'ending', 'outOfService']),
  /** Why it is out of service. */
  because: z.enum(['wipe', 'staff', 'policy', 'records']).nullable(),
  /** Minutes until the session ends by itself; only in use. */
  minutesLeft: z.number().int().min(0).max(1440).nullable(),
  /**
   * Names the present use, so that a command meant for one person never reaches the next; a new random value with
   * each use, `null` between two.
   */
  turn: z
    .string()
    .regex(/^[a-z0-9]{4,16}$/)
    .nullable(),
  /** What a person at the desk should look at. */
  attention: z.array(z.enum(['latePage', 'paper', 'disk'])).max(10),
})
export type PostState = z.infer<typeof postStateSchema>
