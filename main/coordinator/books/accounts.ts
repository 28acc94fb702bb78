import type { Account } from '../../../app/contracts/coordinator-accounts.ts'
import type { Role } from '../../../app/coordinator/role.ts'
import { newId } from '../secrets.ts'
import type { Store } from '../store/store.ts'

export type AccountFields = { name: string; passwordHash: string; role: Role; siteId: string | null }

export type AccountBook = {
  list(): Promise<Account[]>
  find(id: string): Promise<Account | null>
  /** The account of this name and its password's hash. */
  byName(name: string): Promise<{ account: Account; passwordHash: string } | null>
  hasAdmin(): Promise<boolean>
  /** @returns `nameTaken` when another account has this name */
  create(fields: AccountFields): Promise<Account | 'nameTaken'>
  /** Changes an account. @returns `lastAdmin` when nobody could then administer any more: nothing is changed */
  change(
    id: string,
    fields: Partial<AccountFields & { disabled: boolean }>,
  ): Promise<'changed' | 'nameTaken' | 'lastAdmin'>
  remove(id: string): Promise<'removed' | 'lastAdmin'>
}

export function accountBook({ db }: Store): AccountBook {
  const accounts = db.selectFrom('accounts').selectAll()
  const nameIsTaken = async (name: string, by: string) =>
    (await accounts.where('name', '=', name).where('id', '!=', by).executeTakeFirst()) !== undefined
  const isLastAdmin = async (id: string) => {
    const admins = await accounts.where('role', '=', 'admin').where('disabled', '=', 0).execute()
    return admins.length === 1 && admins[0]?.id === id
  }

  return {
    list: async () => (await accounts.orderBy('name').execute()).map(shown),
    find: async (id) => {
      const row = await accounts.where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : shown(row)
    },
    byName: async (name) => {
      const row = await accounts.where('name', '=', name).executeTakeFirst()
      return row === undefined ? null : { account: shown(row), passwordHash: row.password_hash }
    },
    hasAdmin: async () => (await accounts.where('role', '=', 'admin').executeTakeFirst()) !== undefined,
    create: async ({ name, passwordHash, role, siteId }) => {
      const row = { id: newId(), name, role, site_id: siteId, password_hash: passwordHash, disabled: 0 }
      const added = await db
        .insertInto('accounts')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returning('id')
        .executeTakeFirst()
      return added === undefined ? 'nameTaken' : shown(row)
    },
    change: async (id, { name, passwordHash, role, siteId, disabled }) => {
      if (name !== undefined && (await nameIsTaken(name, id))) return 'nameTaken'
      const demoted = (role !== undefined && role !== 'admin') || disabled === true
      if (demoted && (await isLastAdmin(id))) return 'lastAdmin'
      const fields = {
        ...(name === undefined ? {} : { name }),
        ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
        ...(role === undefined ? {} : { role }),
        ...(siteId === undefined ? {} : { site_id: siteId }),
        ...(disabled === undefined ? {} : { disabled: Number(disabled) }),
      }
      if (Object.keys(fields).length > 0) {
        await db.updateTable('accounts').set(fields).where('id', '=', id).execute()
      }
      return 'changed'
    },
    remove: async (id) => {
      if (await isLastAdmin(id)) return 'lastAdmin'
      await db.deleteFrom('accounts').where('id', '=', id).execute()
      return 'removed'
    },
  }
}

type Row = { id: string; name: string; role: Role; site_id: string | null; disabled: number }

const shown = ({ id, name, role, site_id, disabled }: Row): Account => ({
  id,
  name,
  role,
  siteId: site_id,
  disabled: disabled === 1,
})
