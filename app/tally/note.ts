import { z } from 'zod'

/** « Did the rules help you? » (P8): one optional tap at the end. */
export const feedbacks = ['yes', 'partly', 'no'] as const
export const feedbackSchema = z.enum(feedbacks)
export type Feedback = z.infer<typeof feedbackSchema>

/** What is counted beside the uses, each by itself: nothing joins it to a session. */
export type Note = { family: 'feedback'; value: Feedback }
