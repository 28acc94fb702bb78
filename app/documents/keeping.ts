import { z } from 'zod'

/** Ways to keep what is on the shelf, before it is wiped: a USB stick, paper, a digital safe. */
export const keepingSchema = z.enum(['usb', 'print', 'safe'])
export type Keeping = z.infer<typeof keepingSchema>
