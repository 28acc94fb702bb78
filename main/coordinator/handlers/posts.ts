import { writePairingCode } from '../../../app/coordinator/pairing-code.ts'
import type { Books } from '../books/books.ts'
import { pairingSeconds } from '../books/posts.ts'
import type { Person } from '../books/sign-ins.ts'
import type { GroupHandlers } from '../http/handler.ts'
import { found, refuse } from '../http/refusal.ts'
import type { Bell } from '../store/bell.ts'

/** Where posts find this server, and how they know it: what a pairing code says besides its secret. */
export type Whereabouts = { host: string; port: number; fingerprint: string | null }

/** The posts: pairing them, and what reception asks of them. */
export function postHandlers(books: Books, bell: Bell, whereabouts: Whereabouts): GroupHandlers<'posts'> {
  const { posts, audit, commands, sites } = books
  const visible = async ({ account }: Person, postId: string) => {
    const post = found(await posts.find(postId), 'post')
    // A post of another site is none of this account’s business, not even that it exists.
    if (account.siteId !== null && account.siteId !== post.siteId) throw refuse(404, 'There is no such post.')
    return post
  }
  const pairing = async (postId: string) => ({
    postId,
    code: writePairingCode({ ...whereabouts, secret: await posts.newSecret(postId) }),
    validForSeconds: pairingSeconds,
  })

  return {
    list: ({ caller: { account }, query }) => {
      const { siteId = account.siteId } = query
      if (account.siteId !== null && siteId !== account.siteId) throw refuse(404, 'There is no such site.')
      return posts.list(siteId)
    },

    pair: async ({ caller, body }) => {
      const site = found(await sites.find(body.siteId), 'site')
      if (caller.account.siteId !== null && caller.account.siteId !== site.id) {
        throw refuse(404, 'There is no such site.')
      }
      const postId = await posts.create(body)
      await audit.add({ account: caller.account.name, action: 'post.pair', subject: body.name })
      return pairing(postId)
    },

    pairAgain: async ({ caller, params: { postId } }) => {
      const { name } = await visible(caller, postId)
      await audit.add({ account: caller.account.name, action: 'post.pairAgain', subject: name })
      return pairing(postId)
    },

    change: async ({ caller, params: { postId }, body }) => {
      const { name } = await visible(caller, postId)
      if (body.siteId !== undefined) found(await sites.find(body.siteId), 'site')
      await posts.change(postId, body)
      await audit.add({ account: caller.account.name, action: 'post.change', subject: name })
      return found(await posts.find(postId), 'post')
    },

    revoke: async ({ caller, params: { postId } }) => {
      const { name } = await visible(caller, postId)
      await posts.revoke(postId)
      await bell.ring(`revoked:${postId}`)
      await audit.add({ account: caller.account.name, action: 'post.revoke', subject: name })
    },

    command: async ({ caller, params: { postId }, body }) => {
      const post = await visible(caller, postId)
      if (post.pairing !== 'paired') throw refuse(409, 'This post is not paired.')
      const answered = await commands.ask(postId, body)
      await audit.add({
        account: caller.account.name,
        action: `post.${body.do}`,
        subject: post.name,
        outcome: answered.outcome,
      })
      return answered
    },
  }
}
