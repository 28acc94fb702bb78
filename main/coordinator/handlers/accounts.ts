import type { Role } from '../../../app/coordinator/role.ts'
import type { Books } from '../books/books.ts'
import type { Passwords } from '../door/passwords.ts'
import type { GroupHandlers } from '../http/handler.ts'
import { found, refuse } from '../http/refusal.ts'

const nameTaken = () => refuse(409, 'Another account has this name.')
const lastAdmin = () => refuse(409, 'This is the last admin: make another one first.')

/** Accounts, kept by admins. */
export function accountHandlers(books: Books, passwords: Passwords): GroupHandlers<'accounts'> {
  const account = async (id: string) => found(await books.accounts.find(id), 'account')
  const checkSite = async (role: Role, id: string | null) => {
    if (id === null) return
    // Who makes accounts can make one without a site: to say that an admin sees one site only would be untrue.
    if (role === 'admin') throw refuse(409, 'An admin sees every site: leave the site out.')
    found(await books.sites.find(id), 'site')
  }

  return {
    list: () => books.accounts.list(),

    create: async ({ caller, body: { name, password, role, siteId } }) => {
      await checkSite(role, siteId)
      const passwordHash = await passwords.hash(password)
      const made = await books.accounts.create({ name, passwordHash, role, siteId })
      if (made === 'nameTaken') throw nameTaken()
      await books.audit.add({ account: caller.account.name, action: 'account.create', subject: name })
      return made
    },

    change: async ({ caller, params: { accountId }, body: { password, name, role, siteId, disabled } }) => {
      const before = await account(accountId)
      await checkSite(role ?? before.role, siteId === undefined ? before.siteId : siteId)
      const changed = await books.accounts.change(accountId, {
        ...(name === undefined ? {} : { name }),
        ...(role === undefined ? {} : { role }),
        ...(siteId === undefined ? {} : { siteId }),
        ...(disabled === undefined ? {} : { disabled }),
        ...(password === undefined ? {} : { passwordHash: await passwords.hash(password) }),
      })
      if (changed === 'nameTaken') throw nameTaken()
      if (changed === 'lastAdmin') throw lastAdmin()
      await books.signIns.endAll(accountId, caller.signInId)
      await books.audit.add({ account: caller.account.name, action: 'account.change', subject: before.name })
      return account(accountId)
    },

    remove: async ({ caller, params: { accountId } }) => {
      const { name } = await account(accountId)
      if ((await books.accounts.remove(accountId)) === 'lastAdmin') throw lastAdmin()
      await books.audit.add({ account: caller.account.name, action: 'account.remove', subject: name })
    },

    endSessions: async ({ caller, params: { accountId } }) => {
      const { name } = await account(accountId)
      await books.signIns.endAll(accountId)
      await books.audit.add({ account: caller.account.name, action: 'account.endSessions', subject: name })
    },
  }
}
