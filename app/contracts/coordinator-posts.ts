/** Between the dashboard and the coordinator: sites, their posts, what reception asks of a post. */
import { z } from 'zod'
import { commandSchema, outcomeSchema } from '../coordinator/command.ts'
import { postStateSchema } from '../coordinator/post-state.ts'
import { roles } from '../coordinator/role.ts'
import { runtimeSchema } from '../coordinator/runtime.ts'
import { idSchema, lineSchema, nameSchema } from './coordinator-accounts.ts'
import type { Api } from './route.ts'

export const siteSchema = z.object({
  id: idSchema,
  name: z.string(),
  commune: z.string(),
  /** Its id in the national schema of places of digital mediation, when it was imported from there. */
  nationalId: z.string().nullable(),
})
export type Site = z.infer<typeof siteSchema>

export const postSchema = z.object({
  id: idSchema,
  name: z.string(),
  siteId: idSchema,
  /** `waiting`: a pairing code was made, no post has used it yet. */
  pairing: z.enum(['waiting', 'paired', 'revoked']),
  /** Whether it can be reached now; its state is the last one it told. */
  reachable: z.boolean(),
  state: postStateSchema.nullable(),
  /** The browser inside it, as it was when it last connected. */
  runtime: runtimeSchema.nullable(),
})
export type Post = z.infer<typeof postSchema>

const ofPost = z.strictObject({ postId: idSchema })
const ofSite = z.strictObject({ siteId: idSchema })
const siteFields = z.strictObject({ name: nameSchema, commune: lineSchema.default('') })
/** A site as the national schema of places of digital mediation names it. */
export const nationalSiteSchema = siteFields.extend({ nationalId: lineSchema.min(1) })
export type NationalSite = z.infer<typeof nationalSiteSchema>
/** How many one import takes: the places of several departments. */
export const mostNationalSites = 5000
const desk = ['reception', 'admin'] as const
const keepers = ['coordinator', 'admin'] as const

/** A code typed on the post. It is shown once. */
const pairingSchema = z.object({
  postId: idSchema,
  code: z.string(),
  validForSeconds: z.number().int(),
})

export const postsApi = {
  sites: {
    list: {
      method: 'GET',
      path: '/api/sites',
      access: roles,
      summary: 'The sites this account sees.',
      result: z.array(siteSchema),
    },
    create: {
      method: 'POST',
      path: '/api/sites',
      access: keepers,
      summary: 'Adds a site.',
      body: siteFields,
      result: siteSchema,
    },
    change: {
      method: 'PATCH',
      path: '/api/sites/:siteId',
      access: keepers,
      summary: 'Renames a site.',
      params: ofSite,
      body: siteFields.extend({ commune: lineSchema }).partial(),
      result: siteSchema,
    },
    remove: {
      method: 'DELETE',
      path: '/api/sites/:siteId',
      access: keepers,
      summary: 'Removes a site that has no post and no count.',
      params: ofSite,
      result: z.void(),
    },
    import: {
      method: 'PUT',
      path: '/api/sites',
      access: keepers,
      summary: 'Adds or renames sites by their id in the national schema; others stay as they are.',
      body: z.strictObject({ sites: z.array(nationalSiteSchema).min(1).max(mostNationalSites) }),
      bodyBytesMax: 2_000_000,
      result: z.object({ added: z.number().int(), renamed: z.number().int(), same: z.number().int() }),
    },
  },
  posts: {
    list: {
      method: 'GET',
      path: '/api/posts',
      access: desk,
      summary: 'The posts this account sees, with their state.',
      query: z.strictObject({ siteId: idSchema.optional() }),
      result: z.array(postSchema),
    },
    pair: {
      method: 'POST',
      path: '/api/posts',
      access: ['admin'],
      summary: 'Adds a post and shows, once, the code that pairs it.',
      body: z.strictObject({ name: nameSchema, siteId: idSchema }),
      result: pairingSchema,
    },
    pairAgain: {
      method: 'POST',
      path: '/api/posts/:postId/pairing',
      access: ['admin'],
      summary: 'A new code for a post that was reinstalled; its old token ends when the code is used.',
      params: ofPost,
      result: pairingSchema,
    },
    change: {
      method: 'PATCH',
      path: '/api/posts/:postId',
      access: ['admin'],
      summary: 'Renames a post or moves it. What it counted before stays with the site it was counted at.',
      params: ofPost,
      body: z.strictObject({ name: nameSchema, siteId: idSchema }).partial(),
      result: postSchema,
    },
    revoke: {
      method: 'DELETE',
      path: '/api/posts/:postId/token',
      access: ['admin'],
      summary: 'Ends a post’s token at once; its counts stay.',
      params: ofPost,
      result: z.void(),
    },
    command: {
      method: 'POST',
      path: '/api/posts/:postId/commands',
      access: desk,
      summary: 'Asks something of a post; answers within two seconds, with what the post said.',
      params: ofPost,
      body: commandSchema,
      /** `notReached`: no answer in time. A command is never carried out twice, nor on another person’s session. */
      result: z.object({ id: idSchema, outcome: z.enum([...outcomeSchema.options, 'notReached']) }),
    },
  },
} as const satisfies Api
