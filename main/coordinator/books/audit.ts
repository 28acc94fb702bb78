import type { AuditEntry } from '../../../app/contracts/coordinator-accounts.ts'
import type { Store } from '../store/store.ts'

const keepDays = 365
const pageEntries = 200

/** Who did what to which post, site or account. Nothing about the people at the posts. */
export type AuditBook = {
  add(entry: { account: string; action: string; subject: string; outcome?: string }): Promise<void>
  /** Latest first, 200 at a time. */
  list(before?: number): Promise<AuditEntry[]>
  /** Forgets what is older than a year. */
  forget(): Promise<void>
}

export function auditBook({ db }: Store): AuditBook {
  return {
    add: async ({ account, action, subject, outcome = 'done' }) => {
      await db
        .insertInto('audit')
        .values({ at: new Date().toISOString(), account, action, subject, outcome })
        .execute()
    },
    list: (before = Number.MAX_SAFE_INTEGER) =>
      db
        .selectFrom('audit')
        .selectAll()
        .where('id', '<', Math.min(before, 2 ** 31 - 1))
        .orderBy('id', 'desc')
        .limit(pageEntries)
        .execute(),
    forget: async () => {
      const since = new Date(Date.now() - keepDays * 86_400_000).toISOString()
      await db.deleteFrom('audit').where('at', '<', since).execute()
    },
  }
}
