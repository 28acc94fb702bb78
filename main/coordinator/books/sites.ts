import type { Site } from '../../../app/contracts/coordinator-posts.ts'
import { newId } from '../secrets.ts'
import type { Store } from '../store/store.ts'

type Fields = { name: string; commune: string }

/** The places of a network. */
export type SiteBook = {
  list(only: string | null): Promise<Site[]>
  find(id: string): Promise<Site | null>
  create(fields: Fields): Promise<Site>
  change(id: string, fields: Partial<Fields>): Promise<Site | null>
  /** `inUse`: a post, an account or a count belongs to it. */
  remove(id: string): Promise<'removed' | 'inUse'>
  /** Adds or renames by the id of the national schema. */
  bringIn(
    sites: (Fields & { nationalId: string })[],
  ): Promise<{ added: number; renamed: number; same: number }>
}

export function siteBook({ db }: Store): SiteBook {
  const sites = () => db.selectFrom('sites').select(['id', 'name', 'commune', 'national_id as nationalId'])
  const find = async (id: string) => (await sites().where('id', '=', id).executeTakeFirst()) ?? null
  return {
    find,
    list: (only) => {
      const all = sites().orderBy('name')
      return (only === null ? all : all.where('id', '=', only)).execute()
    },
    create: async (fields) => {
      const id = newId()
      await db
        .insertInto('sites')
        .values({ id, ...fields, national_id: null })
        .execute()
      return { id, ...fields, nationalId: null }
    },
    change: async (id, fields) => {
      if (Object.keys(fields).length > 0)
        await db.updateTable('sites').set(fields).where('id', '=', id).execute()
      return find(id)
    },
    remove: async (id) => {
      for (const table of ['posts', 'accounts', 'counts'] as const) {
        const used = await db.selectFrom(table).select('site_id').where('site_id', '=', id).executeTakeFirst()
        if (used !== undefined) return 'inUse'
      }
      await db.deleteFrom('site_codes').where('site_id', '=', id).execute()
      await db.deleteFrom('sites').where('id', '=', id).execute()
      return 'removed'
    },
    bringIn: (given) =>
      db.transaction().execute(async (transaction) => {
        const known = new Map(
          (await transaction.selectFrom('sites').selectAll().execute()).map((site) => [
            site.national_id,
            site,
          ]),
        )
        const done = { added: 0, renamed: 0, same: 0 }
        // A file may name a place twice: the last line holds.
        for (const site of new Map(given.map((one) => [one.nationalId, one])).values()) {
          const { nationalId, name, commune } = site
          const before = known.get(nationalId)
          if (before === undefined) {
            await transaction
              .insertInto('sites')
              .values({ id: newId(), name, commune, national_id: nationalId })
              .execute()
            done.added += 1
          } else if (before.name === name && before.commune === commune) {
            done.same += 1
          } else {
            await transaction
              .updateTable('sites')
              .set({ name, commune })
              .where('id', '=', before.id)
              .execute()
            done.renamed += 1
          }
        }
        return done
      }),
  }
}
