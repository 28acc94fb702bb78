import { sql } from 'kysely'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { openApi } from '../../../app/coordinator/open-api.ts'
import type { GroupHandlers } from '../http/handler.ts'
import type { Metrics } from '../http/metrics.ts'
import { refuse } from '../http/refusal.ts'
import type { Store } from '../store/store.ts'

/** What those who run the service ask. */
export function serviceHandlers(
  { db }: Store,
  metrics: Metrics,
  version: string,
  isStopping: () => boolean,
): GroupHandlers<'service'> {
  const description = openApi(coordinatorApi, version)
  return {
    health: () => ({ status: 'ok' }),
    ready: async () => {
      if (isStopping()) throw refuse(503, 'The service is stopping.')
      try {
        await sql`select 1`.execute(db)
      } catch {
        throw refuse(503, 'The database does not answer.')
      }
      return { status: 'ready' }
    },
    metrics: () => metrics.text(),
    openApi: () => description,
  }
}
