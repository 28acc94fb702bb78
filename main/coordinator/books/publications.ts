import { type Kysely, sql, type Transaction } from 'kysely'
import type { CountRow } from '../../../app/contracts/coordinator-figures.ts'
import { toPublish } from '../../../app/tally/publication.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { sumsOf } from './counts.ts'

const rowsAtOnce = 500

/** Weeks as they were when they were first shown. They do not change any more. */
export type PublicationBook = {
  /** What is published of these weeks. What has ended and is not published yet is first. */
  rows(weeks: { from: string; to: string }, ended: string): Promise<CountRow[]>
}

export function publicationBook({ db, kind }: Store): PublicationBook {
  return {
    rows: ({ from, to }, ended) =>
      db.transaction().execute(async (transaction) => {
        // Of two coordinators that publish at once, the second finds it done.
        if (kind === 'postgres') await sql`lock table published in exclusive mode`.execute(transaction)
        if (await isDue(transaction, ended)) await publish(transaction, ended)
        return published(transaction).where('week', '>=', from).where('week', '<=', to).execute()
      }),
  }
}

const published = (db: Kysely<Tables>) =>
  db.selectFrom('published').select(['week', 'site_id as siteId', 'key', 'count'])

/** Whether a site has a week to publish. Late counts alone are not looked for: they wait for one. */
async function isDue(db: Transaction<Tables>, ended: string): Promise<boolean> {
  const sites = await db
    .selectFrom('sites')
    .leftJoin('published', 'published.site_id', 'sites.id')
    .select(['sites.id', sql<string>`coalesce(max(published.week), '')`.as('last')])
    .groupBy('sites.id')
    .execute()
  const last = new Map(sites.map((site) => [site.id, site.last]))
  const [from = ended] = [...last.values()].sort()
  const recent = await sumsOf(db, { from, to: ended })
  return recent.some(({ siteId, week }) => week > (last.get(siteId) ?? ''))
}

async function publish(db: Transaction<Tables>, ended: string): Promise<void> {
  const rows = toPublish(await sumsOf(db, { from: '', to: ended }), await published(db).execute())
  for (let done = 0; done < rows.length; done += rowsAtOnce) {
    const some = rows.slice(done, done + rowsAtOnce)
    await db
      .insertInto('published')
      .values(some.map(({ siteId, ...row }) => ({ ...row, site_id: siteId })))
      .execute()
  }
}
