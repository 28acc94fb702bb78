import type { Books } from '../books/books.ts'
import type { GroupHandlers } from '../http/handler.ts'
import { found, refuse } from '../http/refusal.ts'

/** The places of the network. */
export function siteHandlers({ sites, audit }: Books): GroupHandlers<'sites'> {
  const refuseOutside = (own: string | null, siteId: string) => {
    if (own !== null && own !== siteId) throw refuse(404, 'There is no such site.')
  }
  const refuseOneSite = (own: string | null) => {
    if (own !== null) throw refuse(403, 'This account keeps one site only.')
  }

  return {
    list: ({ caller }) => sites.list(caller.account.siteId),

    create: async ({ caller: { account }, body }) => {
      refuseOneSite(account.siteId)
      const site = await sites.create(body)
      await audit.add({ account: account.name, action: 'site.create', subject: site.name })
      return site
    },

    change: async ({ caller: { account }, params: { siteId }, body: { name, commune } }) => {
      refuseOutside(account.siteId, siteId)
      const fields = {
        ...(name === undefined ? {} : { name }),
        ...(commune === undefined ? {} : { commune }),
      }
      const site = found(await sites.change(siteId, fields), 'site')
      await audit.add({ account: account.name, action: 'site.change', subject: site.name })
      return site
    },

    remove: async ({ caller: { account }, params: { siteId } }) => {
      refuseOneSite(account.siteId)
      const site = found(await sites.find(siteId), 'site')
      if ((await sites.remove(siteId)) === 'inUse') {
        throw refuse(
          409,
          'Posts, accounts or counts belong to this site. Move its posts; a site that counted stays.',
        )
      }
      await audit.add({ account: account.name, action: 'site.remove', subject: site.name })
    },

    import: async ({ caller: { account }, body }) => {
      refuseOneSite(account.siteId)
      const done = await sites.bringIn(body.sites)
      await audit.add({ account: account.name, action: 'site.import', subject: `${body.sites.length}` })
      return done
    },
  }
}
