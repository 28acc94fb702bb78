/** Between the dashboard and the coordinator: codes by which the posts of a site join by themselves. */
import { z } from 'zod'
import { idSchema } from './coordinator-accounts.ts'
import type { Api } from './route.ts'

const siteCodeSchema = z.object({
  siteId: idSchema,
  expiresAt: z.iso.datetime(),
  /** How many posts may still join by it. */
  postsLeft: z.number().int(),
})
export type SiteCode = z.infer<typeof siteCodeSchema>

export const mostPostsOfACode = 500
export const mostDaysOfACode = 90
const ofSite = z.strictObject({ siteId: idSchema })

export const siteCodesApi = {
  siteCodes: {
    list: {
      method: 'GET',
      path: '/api/site-codes',
      access: ['admin'],
      summary:
        'The codes that can still be used; what they are is shown when they are made, and never again.',
      result: z.array(siteCodeSchema),
    },
    make: {
      method: 'PUT',
      path: '/api/sites/:siteId/code',
      access: ['admin'],
      summary: 'Makes a code by which so many posts join this site by themselves; one of before ends.',
      params: ofSite,
      body: z.strictObject({
        posts: z.number().int().min(1).max(mostPostsOfACode),
        days: z.number().int().min(1).max(mostDaysOfACode),
      }),
      result: siteCodeSchema.extend({ code: z.string() }),
    },
    revoke: {
      method: 'DELETE',
      path: '/api/sites/:siteId/code',
      access: ['admin'],
      summary: 'Ends the code of a site; posts that joined by it stay.',
      params: ofSite,
      result: z.void(),
    },
  },
} as const satisfies Api
