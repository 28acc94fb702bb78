/** Between the dashboard and the coordinator: who is signed in, accounts, what was done. */
import { z } from 'zod'
import { roleSchema, roles } from '../coordinator/role.ts'
import type { Api } from './route.ts'

export const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)
/** Text on one line. */
export const lineSchema = z
  .string()
  .trim()
  .max(200)
  .regex(/^\P{Cc}*$/u, { message: 'must not hold control characters' })
export const nameSchema = lineSchema.min(1).max(80)
/** Twelve characters at least: length is what resists guessing (NIST SP 800-63B). */
const passwordSchema = z.string().min(12).max(200)

export const accountSchema = z.object({
  id: idSchema,
  name: z.string(),
  role: roleSchema,
  /** The one site this account sees; `null`: all of them. */
  siteId: idSchema.nullable(),
  disabled: z.boolean(),
})
export type Account = z.infer<typeof accountSchema>

/** The account that is signed in, and what its page must send back as `x-csrf-token` with every change. */
const meSchema = z.object({ account: accountSchema, csrfToken: z.string() })
export type Me = z.infer<typeof meSchema>

/** One signed-in browser. Nothing says which machine it is. */
const signedInSchema = z.object({
  id: idSchema,
  signedInAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  current: z.boolean(),
})

export const auditEntrySchema = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  account: z.string(),
  /** Such as `post.end`, `account.create`. */
  action: z.string(),
  /** The post, site or account it was done to, by its name then. */
  subject: z.string(),
  outcome: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

const newAccount = z.strictObject({
  name: nameSchema,
  password: passwordSchema,
  role: roleSchema,
  siteId: idSchema.nullable().default(null),
})
const ofAccount = z.strictObject({ accountId: idSchema })

export const accountsApi = {
  door: {
    look: {
      method: 'GET',
      path: '/api/door',
      access: 'anyone',
      summary: 'Whether the first admin is still to be made.',
      result: z.object({ firstAdmin: z.boolean() }),
    },
    makeFirstAdmin: {
      method: 'POST',
      path: '/api/door/first-admin',
      access: 'anyone',
      summary: 'Makes the first admin, with the code printed at the first start, and signs in.',
      body: z.strictObject({ code: z.string().max(60), name: nameSchema, password: passwordSchema }),
      result: meSchema,
    },
    signIn: {
      method: 'POST',
      path: '/api/door/sign-in',
      access: 'anyone',
      summary: 'Signs in; the session is a cookie.',
      body: z.strictObject({ name: lineSchema, password: z.string().max(200) }),
      result: meSchema,
    },
  },
  me: {
    get: { method: 'GET', path: '/api/me', access: roles, summary: 'Who is signed in.', result: meSchema },
    signOut: {
      method: 'POST',
      path: '/api/me/sign-out',
      access: roles,
      summary: 'Signs out.',
      result: z.void(),
    },
    changePassword: {
      method: 'PUT',
      path: '/api/me/password',
      access: roles,
      summary: 'Changes one’s password; every other session of the account ends.',
      body: z.strictObject({ current: z.string().max(200), next: passwordSchema }),
      result: z.void(),
    },
    sessions: {
      method: 'GET',
      path: '/api/me/sessions',
      access: roles,
      summary: 'Where one is signed in.',
      result: z.array(signedInSchema),
    },
    endSession: {
      method: 'DELETE',
      path: '/api/me/sessions/:sessionId',
      access: roles,
      summary: 'Ends one of one’s sessions.',
      params: z.strictObject({ sessionId: idSchema }),
      result: z.void(),
    },
  },
  accounts: {
    list: {
      method: 'GET',
      path: '/api/accounts',
      access: ['admin'],
      summary: 'Every account.',
      result: z.array(accountSchema),
    },
    create: {
      method: 'POST',
      path: '/api/accounts',
      access: ['admin'],
      summary: 'Makes an account.',
      body: newAccount,
      result: accountSchema,
    },
    change: {
      method: 'PATCH',
      path: '/api/accounts/:accountId',
      access: ['admin'],
      summary: 'Changes an account; its sessions end.',
      params: ofAccount,
      body: newAccount.extend({ siteId: idSchema.nullable(), disabled: z.boolean() }).partial(),
      result: accountSchema,
    },
    remove: {
      method: 'DELETE',
      path: '/api/accounts/:accountId',
      access: ['admin'],
      summary: 'Removes an account, never the last admin; its sessions end.',
      params: ofAccount,
      result: z.void(),
    },
    endSessions: {
      method: 'DELETE',
      path: '/api/accounts/:accountId/sessions',
      access: ['admin'],
      summary: 'Ends every session of an account.',
      params: ofAccount,
      result: z.void(),
    },
  },
  audit: {
    list: {
      method: 'GET',
      path: '/api/audit',
      access: ['admin'],
      summary: 'Who did what to which post, latest first, 200 at a time.',
      query: z.strictObject({ before: z.coerce.number().int().optional() }),
      result: z.array(auditEntrySchema),
    },
  },
} as const satisfies Api
