import { autonomyLevels } from '../autonomy/level.ts'
import type { CountRow, Figures, FiguresTable } from '../contracts/coordinator-figures.ts'
import { serviceCategories } from '../services/service.ts'
import { endCauses, helpKinds, languages } from '../session/visit.ts'
import { feedbacks } from './note.ts'
import { type Stretch, stretchesOf } from './stretch.ts'
import { suppressRow } from './suppression.ts'
import { proofs } from './tally.ts'

/**
 * Tables in the order they are read, with their columns, those that are usually large first. All known columns are
 * there, always: which of them are may not tell what is hidden in them. Versions of the charter are those that the
 * whole network has seen, whichever site is asked for.
 */
export const knownColumns: Readonly<Record<string, readonly string[]>> = {
  help: helpKinds,
  service: serviceCategories,
  end: endCauses,
  halfDay: ['am', 'pm'],
  language: languages,
  autonomy: autonomyLevels,
  orientation: ['slip'],
  charter: [],
  feedback: feedbacks,
  verdict: proofs,
  latePage: ['latePage'],
}

/** Tables in which every session is once. Their sums are equal, so they must be cut into the same weeks. */
const ofEverySession: readonly string[] = ['help', 'end', 'halfDay', 'language', 'charter', 'verdict']

/**
 * The least that a stretch of a table holds. In those of which only some sessions tell, every column must have a chance
 * to be large, or nothing of what few people say would ever be shown.
 */
const leastOf = (id: string, threshold: number) =>
  ofEverySession.includes(id) ? threshold : threshold * (knownColumns[id]?.length ?? 1)

/** One counter's share in one table. */
type Share = { table: string; column: string; siteId: string; week: string; count: number }

/**
 * The tables of what was counted: one per family, a row per site and stretch of weeks, a column per value. Rows lie side by side
 * and never overlap, none is the sum of others, and each is the same whatever was asked: nothing shown here or
 * elsewhere can be subtracted from it.
 * @param rows of whole years and of the whole network, weeks that have ended alone
 * @param sites those asked for
 * @param asked first and last week; stretches that are not wholly inside are left out
 * @param threshold cells from 1 to one less than it are hidden, and others with them
 */
export function figuresOf(
  rows: readonly CountRow[],
  sites: readonly { id: string; name: string }[],
  asked: Stretch,
  threshold: number,
): Figures {
  const families = group(rows.flatMap(sharesOf), ({ table }) => table)
  const inOrder = new Set([...Object.keys(knownColumns), ...[...families.keys()].sort()])
  const tables = [...inOrder].flatMap((id): FiguresTable[] => {
    const some = families.get(id)
    if (some === undefined) return []
    const columns = [...new Set([...(knownColumns[id] ?? []), ...some.map(({ column }) => column).sort()])]
    const shown = some.filter(({ siteId }) => sites.some((site) => site.id === siteId))
    const table = [...group(shown, yearAtSite).values()].flatMap((ofSite) =>
      stretchesOf(byWeek(ofSite), leastOf(id, threshold))
        .filter(({ from, to }) => from >= asked.from && to <= asked.to)
        .map((stretch) => rowOf(ofSite, columns, stretch, threshold)),
    )
    return [{ id, columns, rows: table.sort((a, b) => (a.to + a.siteId < b.to + b.siteId ? -1 : 1)) }]
  })
  return { threshold, sites: sites.map(({ id, name }) => ({ id, name })), tables }
}

/** What one table counted each week: it is cut into stretches by its own numbers. */
function byWeek(shares: readonly Share[]): Map<string, number> {
  const weeks = new Map<string, number>()
  for (const { week, count } of shares) weeks.set(week, (weeks.get(week) ?? 0) + count)
  return weeks
}

function rowOf(shares: readonly Share[], columns: string[], { from, to }: Stretch, threshold: number) {
  const inside = shares.filter(({ week }) => week >= from && week <= to)
  const counts = columns.map((column) =>
    inside.reduce((sum, share) => (share.column === column ? sum + share.count : sum), 0),
  )
  return { from, to, siteId: inside[0]?.siteId ?? shares[0]?.siteId ?? '', ...suppressRow(counts, threshold) }
}

/** `am/session/help=alone/end=person`: one column of `help`, one of `end`, one of `halfDay`. */
function sharesOf({ week, siteId, key, count }: CountRow): Share[] {
  const [half = '', family = '', ...values] = key.split('/')
  const share = (table: string, column: string): Share => ({ table, column, siteId, week, count })
  if (values.length === 0) return [share(family, family)]
  const shares = values.map((value) => {
    const [name = '', said] = value.split('=')
    return said === undefined ? share(family, value) : share(name, said)
  })
  return family === 'session' ? [...shares, share('halfDay', half)] : shares
}

const yearAtSite = ({ siteId, week }: Share) => `${siteId} ${week.slice(0, 4)}`

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [item])
    else known.push(item)
  }
  return groups
}
