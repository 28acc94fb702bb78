import type { Books } from '../books/books.ts'
import type { GroupHandlers } from '../http/handler.ts'
import { found, refuse } from '../http/refusal.ts'
import type { Bell } from '../store/bell.ts'

/** What posts ask: to join, and to tell what they counted. */
export function linkHandlers({ posts, siteCodes, counts, sites }: Books, bell: Bell): GroupHandlers<'post'> {
  return {
    join: async ({ body, visitor }) => {
      await visitor.limitDoor()
      const { secret, self } = body
      const joined =
        (await posts.join(secret)) ?? (self === undefined ? null : await siteCodes.join(secret, self))
      if (joined === null) {
        throw refuse(
          403,
          'This code is wrong, used or too old, or this post was revoked: ask an admin for a new one.',
        )
      }
      const { post, token, replaced } = joined
      if (replaced) await bell.ring(`revoked:${post.id}`)
      return {
        postId: post.id,
        token,
        name: post.name,
        site: found(await sites.find(post.siteId), 'site').name,
      }
    },
    days: ({ caller, query }) => counts.held(caller.id, query.since),
    tellDay: ({ caller, params, body }) => counts.tell(caller, params.day, body),
  }
}
