/** Every route of the coordinator. */
import { z } from 'zod'
import { accountsApi } from './coordinator-accounts.ts'
import { figuresApi } from './coordinator-figures.ts'
import { linkApi } from './coordinator-link.ts'
import { postsApi } from './coordinator-posts.ts'
import { siteCodesApi } from './coordinator-site-codes.ts'
import type { Api } from './route.ts'

const serviceApi = {
  service: {
    health: {
      method: 'GET',
      path: '/health',
      access: 'anyone',
      summary: 'The process lives.',
      result: z.object({ status: z.literal('ok') }),
    },
    ready: {
      method: 'GET',
      path: '/ready',
      access: 'anyone',
      summary: 'The database answers and the service is not stopping; 503 otherwise.',
      result: z.object({ status: z.literal('ready') }),
    },
    metrics: {
      method: 'GET',
      path: '/metrics',
      access: 'metrics',
      summary: 'Prometheus text.',
      result: z.string(),
    },
    openApi: {
      method: 'GET',
      path: '/api/openapi.json',
      access: 'anyone',
      summary: 'This description.',
      result: z.record(z.string(), z.unknown()),
    },
  },
} as const satisfies Api

export const coordinatorApi = {
  ...serviceApi,
  ...accountsApi,
  ...postsApi,
  ...siteCodesApi,
  ...figuresApi,
  ...linkApi,
} as const satisfies Api
export type CoordinatorApi = typeof coordinatorApi

/** The header a page sends back with every change, its value from `me`. */
export const csrfHeader = 'x-csrf-token'
