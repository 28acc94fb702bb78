import type { Books } from '../books/books.ts'
import type { Passwords } from '../door/passwords.ts'
import type { GroupHandlers } from '../http/handler.ts'
import { found, refuse } from '../http/refusal.ts'

/** What anyone signed in does with their own account. */
export function meHandlers(books: Books, passwords: Passwords): GroupHandlers<'me'> {
  return {
    get: ({ caller }) => ({ account: caller.account, csrfToken: caller.csrfToken }),

    signOut: async ({ caller, visitor }) => {
      await books.signIns.end(caller.account.id, caller.signInId)
      visitor.setCookies({ signIn: null })
    },

    changePassword: async ({ caller: { account, signInId }, body }) => {
      const known = found(await books.accounts.byName(account.name), 'account')
      if (!(await passwords.isRight(body.current, known.passwordHash))) {
        throw refuse(403, 'The present password is wrong.')
      }
      await books.accounts.change(account.id, { passwordHash: await passwords.hash(body.next) })
      await books.signIns.endAll(account.id, signInId)
      await books.audit.add({ account: account.name, action: 'account.password', subject: account.name })
    },

    sessions: async ({ caller }) =>
      (await books.signIns.list(caller.account.id)).map((one) => ({
        ...one,
        current: one.id === caller.signInId,
      })),

    endSession: async ({ caller, params }) => {
      if (!(await books.signIns.end(caller.account.id, params.sessionId))) {
        throw refuse(404, 'There is no such session.')
      }
    },
  }
}
