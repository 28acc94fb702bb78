import type { Account } from '../../../app/contracts/coordinator-accounts.ts'
import type { Books } from '../books/books.ts'
import type { Passwords } from '../door/passwords.ts'
import { keepPatience } from '../door/patience.ts'
import type { GroupHandlers, Visitor } from '../http/handler.ts'
import { refuse } from '../http/refusal.ts'

/** Signing in, and making the first admin. */
export function doorHandlers(books: Books, passwords: Passwords): GroupHandlers<'door'> {
  const patience = keepPatience()

  const letIn = async (account: Account, visitor: Visitor, isKnown: boolean) => {
    const { token, csrfToken } = await books.signIns.start(account)
    visitor.setCookies({
      signIn: token,
      ...(isKnown ? {} : { knownBrowser: await books.knownBrowsers.remember(account.id) }),
    })
    await books.audit.add({ account: account.name, action: 'account.signIn', subject: account.name })
    return { account, csrfToken }
  }

  return {
    look: async () => ({ firstAdmin: !(await books.accounts.hasAdmin()) }),

    makeFirstAdmin: async ({ body, visitor }) => {
      await visitor.limitDoor()
      if (await books.accounts.hasAdmin()) throw refuse(409, 'There is an admin already: sign in.')
      const passwordHash = await passwords.hash(body.password)
      if (!(await books.firstAdmin.use(body.code))) {
        throw refuse(
          403,
          'This code is wrong, used or too old. Starting the coordinator again prints a new one.',
        )
      }
      const account = await books.accounts.create({
        name: body.name,
        passwordHash,
        role: 'admin',
        siteId: null,
      })
      if (account === 'nameTaken') throw refuse(409, 'Another account has this name.')
      await books.audit.add({ account: account.name, action: 'account.create', subject: account.name })
      return letIn(account, visitor, false)
    },

    signIn: async ({ body, visitor }) => {
      const { name } = body
      const known = await books.accounts.byName(name)
      const token = visitor.knownBrowser
      const isKnown =
        known !== null && token !== undefined && (await books.knownBrowsers.isKnown(token, known.account.id))
      if (!isKnown) await visitor.limitDoor()

      const where = isKnown ? token : visitor.address
      const waitSeconds = patience.wait(name, where)
      if (waitSeconds > 0) {
        throw refuse(429, 'Too many wrong passwords here: wait.', { retryAfterSeconds: waitSeconds })
      }
      const isRight = await passwords.isRight(body.password, known?.passwordHash ?? null)
      if (!isRight || known === null || known.account.disabled) {
        patience.wrong(name, where)
        throw refuse(401, 'The name or the password is wrong.')
      }
      patience.right(name, where)
      return letIn(known.account, visitor, isKnown)
    },
  }
}
