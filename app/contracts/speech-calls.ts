/** How a page of ours has its sentences read aloud, one at a time. */
import { z } from 'zod'
import { sentenceSchema, spokenSchema } from '../speech/sentence.ts'
import type { Contract } from './contract.ts'

export const speechCalls = {
  speech: {
    /** Answered once it has been said. Another sentence cuts the one before short. */
    say: { params: sentenceSchema, result: spokenSchema },
    stop: { params: z.undefined(), result: z.void() },
  },
} as const satisfies Contract
