import type { Store } from '../store/store.ts'

/** Which connection of a post counts: the latest, at whichever instance. */
export type LinkBook = {
  begin(postId: string, linkId: string): Promise<void>
  end(linkId: string): Promise<void>
}

export function linkBook({ db }: Store, instanceId: string): LinkBook {
  return {
    begin: async (postId, linkId) => {
      const link = { id: linkId, instance_id: instanceId }
      await db
        .insertInto('links')
        .values({ post_id: postId, ...link })
        .onConflict((conflict) => conflict.column('post_id').doUpdateSet(link))
        .execute()
    },
    end: async (linkId) => {
      await db.deleteFrom('links').where('id', '=', linkId).execute()
    },
  }
}
