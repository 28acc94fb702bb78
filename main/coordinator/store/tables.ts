/**
 * The tables, alike in SQLite and PostgreSQL: times are ISO 8601 text, flags are 0 or 1, JSON is text. What is secret
 * is kept as a hash.
 */
import type { Generated } from 'kysely'
import type { Role } from '../../../app/coordinator/role.ts'

export type Tables = {
  sites: { id: string; name: string; commune: string; national_id: string | null }
  posts: {
    id: string
    name: string
    site_id: string
    token_hash: string | null
    revoked: number
    /** The last state it told (see app/coordinator/post-state.ts). */
    state: string | null
    /** The browser inside it (see app/coordinator/runtime.ts). */
    runtime: Generated<string | null>
    /** What a post that joined by the code of its site made at its first start. */
    made_id: Generated<string | null>
  }
  /** Codes that pair a post, until they are used. */
  pairings: { post_id: string; secret_hash: string; expires_at: string }
  /** The code of a site, good for some posts until a day. */
  site_codes: { site_id: string; secret_hash: string; expires_at: string; posts_left: number }
  /** `site_id` is where the post was when it counted. */
  counts: {
    post_id: string
    day: string
    series: string
    key: string
    week: string
    site_id: string
    count: number
  }
  /** Weeks as they were when they were first shown; late counts go with a later one. */
  published: { week: string; site_id: string; key: string; count: number }
  /** Running servers, so that the links of one that was killed are known to be dead. */
  instances: { id: string; seen_at: string }
  /** The one connection of a post that counts: the latest. */
  links: { post_id: string; id: string; instance_id: string }
  commands: {
    id: string
    post_id: string
    command: string
    /** `asked`, `claimed` by the instance that passes it on, then an outcome or `notReached`. */
    state: string
    asked_at: string
  }
  accounts: {
    id: string
    name: string
    role: Role
    site_id: string | null
    password_hash: string
    disabled: number
  }
  sign_ins: {
    id: string
    account_id: string
    token_hash: string
    csrf_token: string
    signed_in_at: string
    last_seen_at: string
  }
  known_browsers: { token_hash: string; account_id: string; since: string }
  first_admin_codes: { code_hash: string; expires_at: string }
  audit: {
    id: Generated<number>
    at: string
    account: string
    action: string
    subject: string
    outcome: string
  }
}

/** What a backup holds. What is short-lived or only true of running servers is left out. */
export const keptTables = [
  'sites',
  'posts',
  'counts',
  'published',
  'accounts',
  'audit',
] as const satisfies (keyof Tables)[]
