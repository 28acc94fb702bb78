/** Between the dashboard and the coordinator: what was counted, small cells hidden. */
import { z } from 'zod'
import { idSchema } from './coordinator-accounts.ts'
import type { Api } from './route.ts'

/** A week, ISO 8601: `2026-W47`. */
export const weekSchema = z.string().regex(/^20\d\d-W(0[1-9]|[1-4]\d|5[0-3])$/)

/** A sum over the posts of a site and a week. Never leaves the server as it is: suppression comes first. */
export type CountRow = {
  week: string
  siteId: string
  /** A counter (see `counterKeySchema` in app/tally/series.ts), without its day. */
  key: string
  count: number
}

const figuresQuerySchema = z.strictObject({
  from: weekSchema,
  to: weekSchema,
  siteId: idSchema.optional(),
})

/** A count, or `null`: hidden. */
const cellSchema = z.number().int().nullable()

/**
 * One table: a row per site and stretch of weeks, a column per value. Stretches are the same in every answer: weeks too
 * small to be shown alone are counted with those that follow.
 */
const tableSchema = z.object({
  /** The family it counts: `help`, `end`, `service`, `language`… */
  id: z.string(),
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      from: weekSchema,
      to: weekSchema,
      siteId: idSchema,
      cells: z.array(cellSchema),
      total: cellSchema,
    }),
  ),
})

export type FiguresTable = z.infer<typeof tableSchema>

export const figuresSchema = z.object({
  /** Cells under this are hidden, and others with them where they would give them away. */
  threshold: z.number().int(),
  sites: z.array(z.object({ id: idSchema, name: z.string() })),
  tables: z.array(tableSchema),
})
export type Figures = z.infer<typeof figuresSchema>

export const figuresApi = {
  figures: {
    get: {
      method: 'GET',
      path: '/api/figures',
      access: ['coordinator', 'admin'],
      summary: 'The counts of these weeks that have ended, small cells hidden.',
      query: figuresQuerySchema,
      result: figuresSchema,
    },
  },
} as const satisfies Api
