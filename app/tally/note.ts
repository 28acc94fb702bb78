import { z } from 'zod'
import { autonomyLevels } from '../autonomy/level.ts'

/** « Did the rules help you? » (P8): one optional tap at the end. */
export const feedbacks = ['yes', 'partly', 'no'] as const
export const feedbackSchema = z.enum(feedbacks)
export type Feedback = z.infer<typeof feedbackSchema>

/** What a session can tell, each family once: the level found by the test, and that somebody was shown a way. */
export const sessionNoteSchema = z.discriminatedUnion('family', [
  z.object({ family: z.literal('autonomy'), value: z.enum(autonomyLevels) }),
  z.object({ family: z.literal('orientation'), value: z.literal('slip') }),
])
export type SessionNote = z.infer<typeof sessionNoteSchema>

/** What is counted beside the uses, each by itself: nothing joins it to a session. */
export type Note = { family: 'feedback'; value: Feedback } | SessionNote
