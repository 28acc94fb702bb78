import { readFile, stat } from 'node:fs/promises'
import { readAgenda } from '../../../app/agenda/agenda.ts'
import type { Agenda } from '../../../app/contracts/visitor-aids.ts'
import { halfDayOf } from '../../../app/tally/tally.ts'
import { errorCode, readIfThere, writeDurably } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'
import type { Scheduler } from '../../lib/scheduler.ts'

const fetchAgainSeconds = 3 * 3600
/** A message to the visitor is no longer than this many workshops make it. */
const mostWorkshops = 500

/** The agenda as it is known now. What is wrong with it is told to the log, each trouble once. */
export type AgendaFeed = { read(): Promise<Agenda> }

/**
 * Reads a feed from its file each time it is asked for, or fetches it from its address now and then and keeps a copy
 * for when it cannot be reached.
 * @param from https address or whole path
 * @param copy where the copy of what was fetched lies
 * @param days ahead
 * @param fetchText how an address is fetched; it throws what the admin is to be told
 */
export function agendaFeed(
  from: string,
  copy: string,
  days: number,
  scheduler: Scheduler,
  fetchText: (address: string) => Promise<string>,
): AgendaFeed {
  const isFetched = /^https:/i.test(from)
  const file = isFetched ? copy : from
  const told = new Set<string>()
  const tell = (trouble: string) => {
    if (!told.has(trouble)) log.warn(`agenda.feed: ${trouble}`)
    told.add(trouble)
  }

  const fetchCopy = async () => {
    try {
      const text = await fetchText(from)
      // A page that says « sign in » must not take the place of the last good copy.
      if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) throw new Error('it is not an iCalendar feed')
      await writeDurably(copy, text)
    } catch (error) {
      tell(`${from}: cannot be fetched (${reasonOf(error)}); the last copy is shown`)
    }
  }
  const fetching = isFetched ? fetchCopy() : Promise.resolve()
  if (isFetched) scheduler.every(fetchAgainSeconds, () => void fetchCopy())

  return {
    read: async () => {
      // Whoever asks before the first copy has come waits for it, at most as long as a fetch may take.
      if (isFetched && (await readIfThere(copy).catch(() => null)) === null) await fetching
      try {
        const { mtime } = await stat(file)
        const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
        const period = { nowMs: scheduler.today().getTime(), days, zone }
        const { workshops, problems } = readAgenda(await readFile(file, 'utf8'), period)
        for (const { event, cure } of problems) tell(`${event === '' ? from : `"${event}"`}: ${cure}`)
        return { workshops: workshops.slice(0, mostWorkshops), asOf: halfDayOf(mtime).day }
      } catch (error) {
        tell(`${file}: cannot be read (${reasonOf(error)})`)
        return { workshops: [], asOf: null }
      }
    },
  }
}

function reasonOf(error: unknown): string {
  return errorCode(error) || (error instanceof Error ? error.message : 'unknown')
}
