import { z } from 'zod'
import { hourSchema, minutesOf } from '../policy/hour.ts'

/** Suites of the structure's repository: the first posts, the usual ones, the last. */
export const rings = ['early', 'general', 'late'] as const

/** Narrow: it is written into a file of apt. */
const sourceSchema = z
  .string()
  .max(1000)
  .regex(/^(https:\/\/[a-z0-9.-]+(:\d+)?)?(\/[A-Za-z0-9._~-]+)+\/?$/, {
    message:
      'must be an https address such as "https://paquets.example.fr/estran", or the whole path of a folder',
  })

/** Posts look every hour: shorter hours than this could pass between two looks. */
const shortestMinutes = 90

/** Where new versions of Estran come from, and when they may be put in place. */
export const updatesSchema = z
  .strictObject({
    source: sourceSchema.optional().meta({
      description:
        'Signed repository of packages, an https address or a folder. Its key is /etc/apt/keyrings/estran.asc. Left out: an admin installs new versions.',
      examples: ['https://paquets.example.fr/estran'],
    }),
    ring: z
      .enum(rings)
      .default('general')
      .meta({
        description: 'Suite of the repository this post takes its versions from.',
        examples: ['early'],
      }),
    from: hourSchema.default('22:00').meta({
      description: 'Hour, "HH:MM", from which an update may begin: after closing, with the post still on.',
      examples: ['19:30'],
    }),
    until: hourSchema.default('05:00').meta({
      description: 'Hour from which no update begins any more; one takes ten minutes.',
      examples: ['21:30'],
    }),
  })
  .refine(({ from, until }) => minutesBetween(minutesOf(from), minutesOf(until)) >= shortestMinutes, {
    path: ['until'],
    message: `must be ${shortestMinutes} minutes after updates.from, or more`,
  })
export type Updates = z.infer<typeof updatesSchema>

/** Minutes from one minute of the day to the next time it is another. */
export function minutesBetween(from: number, until: number): number {
  return (until - from + 1440) % 1440
}
