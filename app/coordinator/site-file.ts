import { type NationalSite, nationalSiteSchema } from '../contracts/coordinator-posts.ts'
import { rowsOf, textIn } from '../orientation/rows.ts'

/** What could be read, and the lines that were left out: they lack an id or a name, or are broken. In JSON, entries. */
export type SiteFile = { sites: NationalSite[]; leftOut: number[] }

const longestName = 80

/**
 * The sites of a file in the national schema of places of digital mediation (LaMednum, v1.0.x), CSV or JSON; none when it
 * is not one. Never throws.
 */
export function readSites(text: string): SiteFile {
  const { rows, problems } = rowsOf(text)
  const sites: NationalSite[] = []
  const leftOut = problems.map(({ line }) => line)
  for (const row of rows) {
    const [nationalId, name, commune] = ['id', 'nom', 'commune'].map((column) =>
      (textIn(row, column) ?? '').replace(/\s+/g, ' '),
    )
    const site = nationalSiteSchema.safeParse({ nationalId, name: name?.slice(0, longestName), commune })
    if (site.success) sites.push(site.data)
    else leftOut.push(row.line)
  }
  return { sites, leftOut: leftOut.sort((a, b) => a - b) }
}
