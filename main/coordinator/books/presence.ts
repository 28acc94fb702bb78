import { log } from '../../lib/log.ts'
import { type Cancel, type Scheduler, systemScheduler } from '../../lib/scheduler.ts'
import type { Store } from '../store/store.ts'

const tellSeconds = 5
const silentSeconds = 15

/** An instance that has not told since then is taken for dead, and its links with it. */
export const aliveSince = (): string => new Date(Date.now() - silentSeconds * 1000).toISOString()

/** Whether a coordinator runs on this database. */
export async function isSomeoneRunning({ db }: Store): Promise<boolean> {
  const one = await db
    .selectFrom('instances')
    .select('id')
    .where('seen_at', '>', aliveSince())
    .executeTakeFirst()
  return one !== undefined
}

/** Tells the others that this instance lives, until it is stopped: its links end with it. */
export async function keepPresence(
  { db }: Store,
  id: string,
  scheduler: Scheduler = systemScheduler,
): Promise<{ stop(): Promise<void> }> {
  const tell = async () => {
    const seen = { seen_at: new Date().toISOString() }
    await db
      .insertInto('instances')
      .values({ id, ...seen })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(seen))
      .execute()
    await db.deleteFrom('instances').where('seen_at', '<', longAgo()).execute()
  }
  await tell()
  const cancel: Cancel = scheduler.every(tellSeconds, () => {
    tell().catch(() => log.warn('the database does not answer'))
  })
  return {
    stop: async () => {
      cancel()
      await db.deleteFrom('links').where('instance_id', '=', id).execute()
      await db.deleteFrom('instances').where('id', '=', id).execute()
    },
  }
}

const longAgo = () => new Date(Date.now() - 3_600_000).toISOString()
