import { z } from 'zod'
import { hourSchema } from './hour.ts'
import { seconds } from './seconds.ts'

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const closingSchema = z.strictObject({
  days: z
    .array(z.enum(days))
    .min(1)
    .default([...days])
    .meta({ description: 'Days this hour is for.', examples: [['sat']] }),
  at: hourSchema.meta({
    description: 'Hour, "HH:MM", in the time zone of the post.',
    examples: ['17:00'],
  }),
})

/** Time, silence, warnings and closing hours. */
export const sessionSchema = z
  .strictObject({
    timeLimitSeconds: seconds(60, 86_400)
      .default(3600)
      .meta({ description: 'Length of a session.', examples: [3600] }),
    idleLimitSeconds: seconds(30, 7200)
      .default(300)
      .meta({ description: 'Silence before the idle warning.', examples: [300] }),
    warningSeconds: seconds(20, 600)
      .default(60)
      .meta({ description: 'How long a warning can be answered; 20 at least (RGAA 13.1).', examples: [60] }),
    extensionSeconds: seconds(60, 14_400)
      .default(900)
      .meta({ description: 'What one extension adds.', examples: [900] }),
    extensionsMax: z
      .int()
      .min(0)
      .max(100)
      .default(10)
      .meta({ description: 'Extensions a person may ask for in one session.', examples: [4] }),
    logOutSeconds: seconds(1, 60)
      .default(8)
      .meta({
        description: 'Time given to close sessions on the servers; the wipe never waits longer.',
        examples: [8],
      }),
    receiptSeconds: seconds(20, 600)
      .default(60)
      .meta({ description: 'How long the receipt stays if nobody closes it.', examples: [60] }),
    closing: z
      .array(closingSchema)
      .max(20)
      .default([])
      .meta({ description: 'Hours at which every session ends.' }),
  })
  .refine((session) => session.warningSeconds < session.timeLimitSeconds, {
    path: ['warningSeconds'],
    message: 'must be shorter than session.timeLimitSeconds',
  })
