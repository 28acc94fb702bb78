import { figuresOf } from '../../../app/tally/figures.ts'
import { lastEndedWeek } from '../../../app/tally/week.ts'
import type { Books } from '../books/books.ts'
import type { GroupHandlers } from '../http/handler.ts'
import { refuse } from '../http/refusal.ts'

/** What was counted, with small cells hidden before anything leaves the server. */
export function figureHandlers({ publications, sites }: Books, threshold: number): GroupHandlers<'figures'> {
  return {
    get: async ({ caller: { account }, query }) => {
      const siteId = query.siteId ?? account.siteId ?? undefined
      if (account.siteId !== null && siteId !== account.siteId) throw refuse(404, 'There is no such site.')
      const { from, to } = query
      // Whole years of the whole network, whatever was asked: which weeks are counted together must not depend on who
      // asks for what, nor on a week that still runs.
      const [yearEnd, ended] = [`${to.slice(0, 4)}-W53`, lastEndedWeek(new Date())]
      const years = { from: `${from.slice(0, 4)}-W01`, to: yearEnd < ended ? yearEnd : ended }
      const rows = await publications.rows(years, ended)
      return figuresOf(rows, await sites.list(siteId ?? null), { from, to }, threshold)
    },
  }
}
