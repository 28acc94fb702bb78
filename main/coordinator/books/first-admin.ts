import { randomBytes } from 'node:crypto'
import { fromBase32, inGroups, toBase32 } from '../../../app/coordinator/base32.ts'
import { hashToken } from '../secrets.ts'
import type { Store } from '../store/store.ts'

const validSeconds = 24 * 3600
const codeBytes = 10

/** Codes that let the first admin in, printed where the server was started. */
export type FirstAdminCodes = {
  /** A new code, good for a day. Those printed by other coordinators stay good too. */
  print(): Promise<string>
  /** Uses every code up, if this is one of them. */
  use(typed: string): Promise<boolean>
}

export function firstAdminCodes({ db }: Store): FirstAdminCodes {
  const hash = (bytes: Iterable<number>) => hashToken(Buffer.from([...bytes]).toString('hex'))
  return {
    print: async () => {
      const code = randomBytes(codeBytes)
      const expires_at = new Date(Date.now() + validSeconds * 1000).toISOString()
      await db
        .insertInto('first_admin_codes')
        .values({ code_hash: hash(code), expires_at })
        .execute()
      return inGroups(toBase32([...code]))
    },
    use: (typed) =>
      db.transaction().execute(async (transaction) => {
        const used = await transaction
          .deleteFrom('first_admin_codes')
          .where('code_hash', '=', hash(fromBase32(typed) ?? []))
          .where('expires_at', '>', new Date().toISOString())
          .returning('code_hash')
          .executeTakeFirst()
        if (used === undefined) return false
        await transaction.deleteFrom('first_admin_codes').execute()
        return true
      }),
  }
}
