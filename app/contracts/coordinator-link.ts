/** Between a post and the coordinator. Every request is the post's; the coordinator never calls a post. */
import { z } from 'zod'
import { commandSchema, outcomeSchema } from '../coordinator/command.ts'
import { postStateSchema } from '../coordinator/post-state.ts'
import { runtimeSchema } from '../coordinator/runtime.ts'
import { dayCountsSchema, daySchema, seriesNameSchema } from '../tally/series.ts'
import { idSchema, nameSchema } from './coordinator-accounts.ts'
import type { Api } from './route.ts'

/** Series → how much of it the coordinator holds (see `totalOf`). */
const totalsSchema = z.record(seriesNameSchema, z.number().int())

export const linkApi = {
  post: {
    join: {
      method: 'POST',
      path: '/api/post/join',
      access: 'anyone',
      summary:
        'Joins with the secret of a pairing code, once, or of the code of a site; the token is shown only here.',
      body: z.strictObject({
        secret: z.string().max(60),
        /** With the code of a site: who this post is, and what it is to be called. */
        self: z.strictObject({ id: z.uuid(), name: nameSchema }).optional(),
      }),
      result: z.object({ postId: idSchema, token: z.string(), name: z.string(), site: z.string() }),
    },
    days: {
      method: 'GET',
      path: '/api/post/days',
      access: 'post',
      summary: 'What the coordinator holds of this post: whatever is missing or less is sent again.',
      query: z.strictObject({ since: daySchema.optional() }),
      result: z.record(daySchema, totalsSchema),
    },
    tellDay: {
      method: 'PUT',
      path: '/api/post/days/:day',
      access: 'post',
      summary: 'The whole of a day’s counts. Repeating it, or telling an older one, changes nothing.',
      params: z.strictObject({ day: daySchema }),
      body: dayCountsSchema,
      result: z.void(),
    },
    link: {
      method: 'GET',
      path: '/api/post/link',
      access: 'post',
      summary: 'A WebSocket: the post tells its state, the coordinator passes commands on.',
      result: z.void(),
      upgrade: true,
    },
  },
} as const satisfies Api

/** What a post says over the WebSocket. */
export const postSaysSchema = z.discriminatedUnion('type', [
  /** Once, when the link is opened. */
  z.strictObject({ type: z.literal('runtime'), runtime: runtimeSchema }),
  z.strictObject({ type: z.literal('state'), state: postStateSchema }),
  z.strictObject({ type: z.literal('answer'), commandId: idSchema, outcome: outcomeSchema }),
])
export type PostSays = z.infer<typeof postSaysSchema>

/**
 * What the coordinator says. The same command can come twice, after a cut: the post carries it out once and gives
 * the same answer again.
 */
export const coordinatorSaysSchema = z.strictObject({
  type: z.literal('command'),
  commandId: idSchema,
  command: commandSchema,
})
export type CoordinatorSays = z.infer<typeof coordinatorSaysSchema>

/** Closed for good, with a code of ours: the token was revoked, or another connection of the post took its place. */
export const linkClosed = { revoked: 4001, replaced: 4002 } as const

/** The coordinator pings this often; a side that hears nothing for two such times gives the connection up. */
export const heartbeatSeconds = 10
