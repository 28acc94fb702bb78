import { setTimeout as pause } from 'node:timers/promises'
import type { PrintJob, PrintServer } from '../printing/print-server.ts'
import type { WipePlace } from './place.ts'
import type { SessionMoment } from './session-moment.ts'

const patienceMilliseconds = 10_000

/**
 * Print jobs of this session: waiting, held, printing, done or failed. What is on paper already is the person's to
 * take; the receipt says so.
 * @param began when the session began: older jobs of the same user are not a person's, one of unknown age may be
 */
export function printQueuePlace(server: PrintServer, began: SessionMoment): WipePlace {
  const ours = async (): Promise<PrintJob[]> => {
    const sinceSeconds = Math.floor((await began()).getTime() / 1000)
    const jobs = (await server.jobs()) ?? []
    return jobs.filter(({ madeSeconds }) => madeSeconds === null || madeSeconds >= sinceSeconds)
  }
  return {
    place: 'printQueue',
    wipe: async () => {
      // A job that is printing is first stopped, and can be removed only then.
      const giveUpAt = performance.now() + patienceMilliseconds
      let left = await ours()
      while (left.length > 0 && performance.now() < giveUpAt) {
        const purges = await Promise.allSettled(left.map(server.purge))
        const refusal = purges.find((purge) => purge.status === 'rejected')
        if (refusal !== undefined) throw refusal.reason
        await pause(20)
        left = await ours()
      }
    },
    readBack: async (trouble) => {
      const left = await ours()
      if (left.length === 0) return { is: 'absent', place: 'printQueue' }
      return {
        is: 'present',
        place: 'printQueue',
        what: `${left.length} print jobs`,
        where: `job ${left.map(({ id }) => id).join(', ')}`,
        why: trouble ?? 'still known to the print server after they were removed',
      }
    },
  }
}
