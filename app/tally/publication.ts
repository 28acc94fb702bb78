import type { CountRow } from '../contracts/coordinator-figures.ts'

/**
 * What is to be published next: the weeks of each site after its last published one, as they are now, for good. What was
 * told late for weeks before it is added to the first of them: a week that was shown and then grew would tell, by the
 * difference, what few people did. So nothing is lost, and no two looks can be subtracted.
 * @param counted sums of all weeks that have ended
 * @param published what was published before
 * @returns rows to publish; late ones of a site wait until it has a week to go with
 */
export function toPublish(counted: readonly CountRow[], published: readonly CountRow[]): CountRow[] {
  const last = new Map<string, string>()
  for (const { siteId, week } of published) {
    if (week > (last.get(siteId) ?? '')) last.set(siteId, week)
  }
  const isNew = ({ siteId, week }: CountRow) => week > (last.get(siteId) ?? '')
  const fresh = counted.filter(isNew)
  const first = new Map<string, string>()
  for (const { siteId, week } of fresh) {
    if (week < (first.get(siteId) ?? '9')) first.set(siteId, week)
  }
  const old = counted.filter((row) => !isNew(row))
  const late = subtract(old, published).flatMap((row) => {
    const week = first.get(row.siteId)
    return week === undefined ? [] : [{ ...row, week }]
  })
  return sum([...fresh, ...late], ({ week, siteId, key }) => `${week} ${siteId} ${key}`)
}

/** By site and key, over all weeks: how much more there is than was published. */
function subtract(counted: readonly CountRow[], published: readonly CountRow[]): CountRow[] {
  const taken = published.map((row) => ({ ...row, count: -row.count }))
  return sum([...counted, ...taken], ({ siteId, key }) => `${siteId} ${key}`).filter(({ count }) => count > 0)
}

function sum(rows: readonly CountRow[], nameOf: (row: CountRow) => string): CountRow[] {
  const sums = new Map<string, CountRow>()
  for (const row of rows) {
    const name = nameOf(row)
    sums.set(name, { ...row, count: (sums.get(name)?.count ?? 0) + row.count })
  }
  return [...sums.values()]
}
