import { Client, type Pool } from 'pg'
import { log } from '../../lib/log.ts'
import { type Scheduler, systemScheduler } from '../../lib/scheduler.ts'
import type { Bell, Topic } from './bell.ts'

const channel = 'estran'
/** Well within the time that whoever rings has. */
const againSeconds = 0.3

/**
 * PostgreSQL's LISTEN and NOTIFY, on a connection of its own that is made again when it breaks.
 * @throws when the database cannot be reached at the start
 */
export async function postgresBell(
  url: string,
  pool: Pool,
  scheduler: Scheduler = systemScheduler,
): Promise<Bell> {
  const listeners: ((topic: Topic | 'all') => void)[] = []
  const tell = (topic: Topic | 'all') => {
    for (const listener of listeners) listener(topic)
  }
  let closed = false
  let client: Client | null = null

  const listen = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true })
    next.on('notification', ({ payload }) => tell((payload ?? 'all') as Topic | 'all'))
    // More than one may come from a connection that breaks.
    next.on('error', () => lost(next))
    next.once('end', () => lost(next))
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
    } catch (error) {
      next.end().catch(() => {})
      throw error
    }
    if (closed) return next.end()
    client = next
    // Whatever rang meanwhile was not heard.
    tell('all')
  }
  const lost = (which: Client) => {
    if (closed || client !== which) return
    client = null
    log.warn('PostgreSQL is no longer heard; listening again')
    again()
  }
  const again = () => {
    if (closed) return
    scheduler.after(againSeconds, () => void listen().catch(again))
  }

  await listen()
  return {
    ring: async (topic) => {
      await pool.query('select pg_notify($1, $2)', [channel, topic])
    },
    hear: (listener) => void listeners.push(listener),
    close: async () => {
      closed = true
      await client?.end()
    },
  }
}
