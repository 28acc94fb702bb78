/** How the on-screen keyboard of a session's window types. The guardian is never told of it. */
import { z } from 'zod'
import { keySchema } from '../keyboard/key.ts'
import type { Contract } from './contract.ts'

export const keyboardCalls = {
  keyboard: {
    /** Height of the keyboard in CSS pixels, 0 once it is closed: the pages end above it. */
    height: { params: z.number().int().min(0).max(2000), result: z.void() },
    /** Presses a key in the page that is shown. */
    press: { params: keySchema, result: z.void() },
    /** Gives that page the focus back, which a finger on a key has taken. */
    focusPage: { params: z.undefined(), result: z.void() },
  },
} as const satisfies Contract
