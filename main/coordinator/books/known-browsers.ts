import { hashToken, newToken } from '../secrets.ts'
import type { Store } from '../store/store.ts'

const keepDays = 365

/**
 * Browsers in which an account was signed in before. Wrong passwords typed elsewhere do not make them wait, so that
 * nobody can lock an account’s own desk out, not even from the same network (OWASP: device cookies).
 */
export type KnownBrowserBook = {
  remember(accountId: string): Promise<string>
  isKnown(token: string, accountId: string): Promise<boolean>
  forget(): Promise<void>
}

export function knownBrowserBook({ db }: Store): KnownBrowserBook {
  const since = () => new Date(Date.now() - keepDays * 86_400_000).toISOString()
  return {
    remember: async (accountId) => {
      const token = newToken()
      await db
        .insertInto('known_browsers')
        .values({ token_hash: hashToken(token), account_id: accountId, since: new Date().toISOString() })
        .execute()
      return token
    },
    isKnown: async (token, accountId) => {
      const row = await db
        .selectFrom('known_browsers')
        .select('account_id')
        .where('token_hash', '=', hashToken(token))
        .where('account_id', '=', accountId)
        .where('since', '>', since())
        .executeTakeFirst()
      return row !== undefined
    },
    forget: async () => {
      await db.deleteFrom('known_browsers').where('since', '<', since()).execute()
    },
  }
}
