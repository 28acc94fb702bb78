/** Between a coordinator and the program that started it on the same machine. It is said once, over their channel. */
import { z } from 'zod'

export const coordinatorReadySchema = z.strictObject({
  /** `https://name:port` */
  address: z.string(),
  /** SHA-256 of its certificate, in hex; `null` over plain HTTP. */
  fingerprint: z.string().nullable(),
  /** Lets the first admin in, as long as there is none. */
  firstAdminCode: z.string().nullable(),
})
export type CoordinatorReady = z.infer<typeof coordinatorReadySchema>
