import { randomBytes } from 'node:crypto'
import type { Post } from '../../../app/contracts/coordinator-posts.ts'
import { secretBytes } from '../../../app/coordinator/pairing-code.ts'
import type { PostState } from '../../../app/coordinator/post-state.ts'
import type { Runtime } from '../../../app/coordinator/runtime.ts'
import { hashToken, newId, newToken } from '../secrets.ts'
import type { Store } from '../store/store.ts'
import { together } from '../store/together.ts'
import { aliveSince } from './presence.ts'

/** A post that showed its token. */
export type KnownPost = { id: string; name: string; siteId: string }

/** A post that was let in; `replaced`: a token of before ends. */
export type Joined = { post: KnownPost; token: string; replaced: boolean }

/** How long a pairing code may be used. */
export const pairingSeconds = 3600

export type PostBook = {
  /** @param siteId posts of this site; `null`: of all */
  list(siteId: string | null): Promise<Post[]>
  find(id: string): Promise<Post | null>
  create(fields: { name: string; siteId: string }): Promise<string>
  change(id: string, fields: { name?: string | undefined; siteId?: string | undefined }): Promise<void>
  /** A new secret, in hex, in the place of an older one. */
  newSecret(postId: string): Promise<string>
  /** Uses a secret up; `null` when it is wrong, used or too old. A token of before ends here. */
  join(secret: string): Promise<Joined | null>
  byToken(token: string): Promise<KnownPost | null>
  revoke(id: string): Promise<void>
  keepState(id: string, state: PostState): Promise<void>
  keepRuntime(id: string, runtime: Runtime): Promise<void>
}

export function postBook({ db }: Store): PostBook {
  const known = db.selectFrom('posts').select(['id', 'name', 'site_id as siteId'])
  const select = async (where: { id?: string; siteId?: string | null }): Promise<Post[]> => {
    let query = db
      .selectFrom('posts')
      .leftJoin('links', 'links.post_id', 'posts.id')
      .leftJoin('instances', (join) =>
        join.onRef('instances.id', '=', 'links.instance_id').on('instances.seen_at', '>', aliveSince()),
      )
      .select([
        'posts.id',
        'posts.name',
        'posts.site_id',
        'posts.token_hash',
        'posts.revoked',
        'posts.state',
        'posts.runtime',
        'instances.id as instance',
      ])
      .orderBy('posts.name')
    if (where.id !== undefined) query = query.where('posts.id', '=', where.id)
    if (where.siteId != null) query = query.where('posts.site_id', '=', where.siteId)
    return (await query.execute()).map((row) => ({
      id: row.id,
      name: row.name,
      siteId: row.site_id,
      pairing: row.revoked ? 'revoked' : row.token_hash === null ? 'waiting' : 'paired',
      reachable: row.instance !== null && row.token_hash !== null,
      state: row.state === null ? null : JSON.parse(row.state),
      runtime: row.runtime === null ? null : JSON.parse(row.runtime),
    }))
  }

  const writeState = together<{ id: string; state: PostState }>(500, (told) =>
    db.transaction().execute(async (transaction) => {
      // In the order of their ids, so that two writers never wait for each other; of one post the latest holds.
      for (const [id, state] of [...new Map(told.map((one) => [one.id, one.state]))].sort(byId)) {
        await transaction
          .updateTable('posts')
          .set({ state: JSON.stringify(state) })
          .where('id', '=', id)
          .execute()
      }
    }),
  )

  return {
    list: (siteId) => select({ siteId }),
    find: async (id) => (await select({ id }))[0] ?? null,
    create: async ({ name, siteId }) => {
      const id = newId()
      await db
        .insertInto('posts')
        .values({ id, name, site_id: siteId, token_hash: null, revoked: 0, state: null })
        .execute()
      return id
    },
    change: async (id, { name, siteId }) => {
      const fields = {
        ...(name === undefined ? {} : { name }),
        ...(siteId === undefined ? {} : { site_id: siteId }),
      }
      if (Object.keys(fields).length > 0)
        await db.updateTable('posts').set(fields).where('id', '=', id).execute()
    },
    newSecret: async (postId) => {
      const secret = randomBytes(secretBytes).toString('hex')
      const row = {
        secret_hash: hashToken(secret),
        expires_at: new Date(Date.now() + pairingSeconds * 1000).toISOString(),
      }
      await db
        .insertInto('pairings')
        .values({ post_id: postId, ...row })
        .onConflict((conflict) => conflict.column('post_id').doUpdateSet(row))
        .execute()
      return secret
    },
    join: (secret) =>
      db.transaction().execute(async (transaction) => {
        // Deleting is what uses it up: of two who try at once, one finds it gone.
        const used = await transaction
          .deleteFrom('pairings')
          .where('secret_hash', '=', hashToken(secret))
          .where('expires_at', '>', new Date().toISOString())
          .returning('post_id')
          .executeTakeFirst()
        if (used === undefined) return null
        const token = newToken()
        const before = await transaction
          .selectFrom('posts')
          .select(['id', 'name', 'site_id as siteId', 'token_hash'])
          .where('id', '=', used.post_id)
          .executeTakeFirstOrThrow()
        await transaction
          .updateTable('posts')
          .set({ token_hash: hashToken(token), revoked: 0, state: null })
          .where('id', '=', used.post_id)
          .execute()
        const { token_hash, ...post } = before
        return { post, token, replaced: token_hash !== null }
      }),
    byToken: async (token) =>
      (await known.where('token_hash', '=', hashToken(token)).executeTakeFirst()) ?? null,
    revoke: async (id) => {
      await db.deleteFrom('pairings').where('post_id', '=', id).execute()
      await db
        .updateTable('posts')
        .set({ token_hash: null, revoked: 1, state: null })
        .where('id', '=', id)
        .execute()
    },
    keepState: (id, state) => writeState({ id, state }),
    keepRuntime: async (id, runtime) => {
      await db
        .updateTable('posts')
        .set({ runtime: JSON.stringify(runtime) })
        .where('id', '=', id)
        .execute()
    },
  }
}

const byId = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1)
