import type { Account } from '../../../app/contracts/coordinator-accounts.ts'
import { hashToken, newId, newToken } from '../secrets.ts'
import type { Store } from '../store/store.ts'

const longestSeconds = 12 * 3600
const idleSeconds = 4 * 3600
/** Being seen is written down no more often. */
const seenEverySeconds = 60

/** Someone who is signed in, in one browser. */
export type Person = { account: Account; signInId: string; csrfToken: string }

/** Browsers that are signed in. Each ends after 12 hours, or 4 without a request. */
export type SignInBook = {
  start(account: Account): Promise<{ token: string; csrfToken: string }>
  byToken(token: string): Promise<Person | null>
  list(accountId: string): Promise<{ id: string; signedInAt: string; lastSeenAt: string }[]>
  /** @returns whether this account had this session */
  end(accountId: string, id: string): Promise<boolean>
  /** @param but a session that stays */
  endAll(accountId: string, but?: string): Promise<void>
  forget(): Promise<void>
}

export function signInBook({ db }: Store): SignInBook {
  const living = () =>
    db
      .selectFrom('sign_ins')
      .where('signed_in_at', '>', ago(longestSeconds))
      .where('last_seen_at', '>', ago(idleSeconds))
  return {
    start: async (account) => {
      const token = newToken()
      const csrfToken = newToken()
      const now = ago(0)
      await db
        .insertInto('sign_ins')
        .values({
          id: newId(),
          account_id: account.id,
          token_hash: hashToken(token),
          csrf_token: csrfToken,
          signed_in_at: now,
          last_seen_at: now,
        })
        .execute()
      return { token, csrfToken }
    },
    byToken: async (token) => {
      const row = await living()
        .innerJoin('accounts', 'accounts.id', 'sign_ins.account_id')
        .select([
          'sign_ins.id as signInId',
          'sign_ins.csrf_token as csrfToken',
          'sign_ins.last_seen_at',
          'accounts.id',
          'accounts.name',
          'accounts.role',
          'accounts.site_id',
        ])
        .where('token_hash', '=', hashToken(token))
        .where('accounts.disabled', '=', 0)
        .executeTakeFirst()
      if (row === undefined) return null
      const { signInId, csrfToken, id, name, role, site_id } = row
      if (row.last_seen_at < ago(seenEverySeconds)) {
        await db
          .updateTable('sign_ins')
          .set({ last_seen_at: ago(0) })
          .where('id', '=', signInId)
          .execute()
      }
      return { account: { id, name, role, siteId: site_id, disabled: false }, signInId, csrfToken }
    },
    list: (accountId) =>
      living()
        .select(['id', 'signed_in_at as signedInAt', 'last_seen_at as lastSeenAt'])
        .where('account_id', '=', accountId)
        .orderBy('last_seen_at', 'desc')
        .execute(),
    end: async (accountId, id) => {
      const { numDeletedRows } = await db
        .deleteFrom('sign_ins')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },
    endAll: async (accountId, but = '') => {
      await db.deleteFrom('sign_ins').where('account_id', '=', accountId).where('id', '!=', but).execute()
    },
    forget: async () => {
      await db
        .deleteFrom('sign_ins')
        .where((row) =>
          row.or([row('signed_in_at', '<', ago(longestSeconds)), row('last_seen_at', '<', ago(idleSeconds))]),
        )
        .execute()
    },
  }
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()
