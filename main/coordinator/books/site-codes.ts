import { randomBytes } from 'node:crypto'
import type { SiteCode } from '../../../app/contracts/coordinator-site-codes.ts'
import { secretBytes } from '../../../app/coordinator/pairing-code.ts'
import { hashToken, newId, newToken } from '../secrets.ts'
import type { Store } from '../store/store.ts'
import type { Joined } from './posts.ts'

/** Who a post says it is: what it made at its first start, and what it is to be called. */
type Self = { id: string; name: string }

/** One code a site, good for some posts and some days: what an image or a policy of many posts holds. */
export type SiteCodeBook = {
  /** Those that can still be used. */
  list(): Promise<SiteCode[]>
  /** @returns with its secret, in hex */
  make(siteId: string, posts: number, days: number): Promise<SiteCode & { secret: string }>
  revoke(siteId: string): Promise<void>
  /**
   * Lets a post in. One that asks again, because the answer was lost, is the same post and uses nothing more up.
   * @returns `null` when the code is wrong, used up, or too old, or the post was revoked
   */
  join(secret: string, self: Self): Promise<Joined | null>
}

export function siteCodeBook({ db }: Store): SiteCodeBook {
  return {
    list: () =>
      db
        .selectFrom('site_codes')
        .select(['site_id as siteId', 'expires_at as expiresAt', 'posts_left as postsLeft'])
        .where('expires_at', '>', now())
        .where('posts_left', '>', 0)
        .execute(),
    make: async (siteId, posts, days) => {
      const secret = randomBytes(secretBytes).toString('hex')
      const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString()
      const row = { secret_hash: hashToken(secret), expires_at: expiresAt, posts_left: posts }
      await db
        .insertInto('site_codes')
        .values({ site_id: siteId, ...row })
        .onConflict((conflict) => conflict.column('site_id').doUpdateSet(row))
        .execute()
      return { siteId, expiresAt, postsLeft: posts, secret }
    },
    revoke: async (siteId) => {
      await db.deleteFrom('site_codes').where('site_id', '=', siteId).execute()
    },
    join: (secret, self) =>
      db.transaction().execute(async (transaction) => {
        // Counted first: of two posts that ask for the last place, the second waits here and finds it taken.
        const code = await transaction
          .updateTable('site_codes')
          .set((row) => ({ posts_left: row('posts_left', '-', 1) }))
          .where('secret_hash', '=', hashToken(secret))
          .where('expires_at', '>', now())
          .returning(['site_id as siteId', 'posts_left as postsLeft'])
          .executeTakeFirst()
        if (code === undefined) return null
        const giveBack = () =>
          transaction
            .updateTable('site_codes')
            .set((row) => ({ posts_left: row('posts_left', '+', 1) }))
            .where('site_id', '=', code.siteId)
            .execute()

        const token = newToken()
        const known = await transaction
          .selectFrom('posts')
          .select(['id', 'name', 'site_id as siteId', 'revoked'])
          .where('made_id', '=', self.id)
          .executeTakeFirst()
        if (known !== undefined || code.postsLeft < 0) await giveBack()
        if (known === undefined) {
          if (code.postsLeft < 0) return null
          const post = { id: newId(), name: self.name, siteId: code.siteId }
          await transaction
            .insertInto('posts')
            .values({
              id: post.id,
              name: post.name,
              site_id: post.siteId,
              token_hash: hashToken(token),
              revoked: 0,
              state: null,
              made_id: self.id,
            })
            .execute()
          return { post, token, replaced: false }
        }
        // What an admin sent away does not come back by itself.
        const { revoked, ...post } = known
        if (revoked) return null
        await transaction
          .updateTable('posts')
          .set({ token_hash: hashToken(token), state: null })
          .where('id', '=', post.id)
          .execute()
        return { post, token, replaced: true }
      }),
  }
}

const now = () => new Date().toISOString()
