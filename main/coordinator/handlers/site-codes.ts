import { writePairingCode } from '../../../app/coordinator/pairing-code.ts'
import type { Books } from '../books/books.ts'
import type { GroupHandlers } from '../http/handler.ts'
import { found } from '../http/refusal.ts'
import type { Whereabouts } from './posts.ts'

/** Codes by which the posts of a site join by themselves. Admins make them, who see every site. */
export function siteCodeHandlers(
  { siteCodes, sites, audit }: Books,
  whereabouts: Whereabouts,
): GroupHandlers<'siteCodes'> {
  return {
    list: () => siteCodes.list(),

    make: async ({ caller: { account }, params: { siteId }, body: { posts, days } }) => {
      const { name } = found(await sites.find(siteId), 'site')
      const { secret, ...made } = await siteCodes.make(siteId, posts, days)
      await audit.add({ account: account.name, action: 'site.code', subject: name })
      return { ...made, code: writePairingCode({ ...whereabouts, secret }) }
    },

    revoke: async ({ caller: { account }, params: { siteId } }) => {
      const { name } = found(await sites.find(siteId), 'site')
      await siteCodes.revoke(siteId)
      await audit.add({ account: account.name, action: 'site.codeRevoke', subject: name })
    },
  }
}
