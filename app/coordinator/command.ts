import { z } from 'zod'

/** The use that was on screen when it was asked (see `turn` in post-state.ts). */
const turn = z.string().regex(/^[a-z0-9]{4,16}$/)

/** What reception can ask of a post. */
export const commandSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('end'), turn }),
  /** By what the post's policy adds. */
  z.strictObject({ do: z.literal('extend'), turn }),
  z.strictObject({
    do: z.literal('message'),
    turn,
    text: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^\P{Cc}*$/u),
  }),
  /** Out of service, ending the session if there is one. */
  z.strictObject({ do: z.literal('close') }),
  z.strictObject({ do: z.literal('open') }),
])
export type Command = z.infer<typeof commandSchema>

/** What became of a command on the post. `anotherTurn`: the person it was meant for has gone. */
export const outcomeSchema = z.enum(['done', 'anotherTurn', 'notPossible'])
export type Outcome = z.infer<typeof outcomeSchema>

/** How long reception waits for the post's answer. */
export const answerWithinSeconds = 2
