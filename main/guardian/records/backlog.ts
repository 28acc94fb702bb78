import { log } from '../../lib/log.ts'
import { diskTrouble } from './disk-trouble.ts'
import type { Reserve } from './reserve.ts'

/** Writes that a disk refused: kept in order, and done once it takes them again. Nothing is invented, nothing dropped. */
export type Backlog = {
  /** Does what waits, then this; what fails waits, with all that follows. Never throws. */
  add(write: () => Promise<void>): Promise<void>
  /** Does what waits, if it can be done. */
  catchUp(): Promise<void>
  /** For staff: what cannot be written, why, and what to do; `null` when nothing waits. */
  trouble(): string | null
}

/**
 * @param path of the record, for whoever has to mend its disk
 * @param reserve given up for what a full disk refuses
 */
export function keepBacklog(path: string, reserve: Reserve): Backlog {
  const waiting: (() => Promise<void>)[] = []
  let trouble: string | null = null
  let running: Promise<void> = Promise.resolve()

  const doWhatWaits = async () => {
    trouble = null
    for (let write = waiting[0]; write !== undefined; write = waiting[0]) {
      try {
        await reserve.within(write)
      } catch (error) {
        trouble = `${diskTrouble(path, error)} Kept in memory until then, and lost if Estran stops: ${waiting.length}.`
        log.error(trouble)
        return
      }
      waiting.shift()
    }
  }
  /** One at a time: late pages are counted while a session is settled. */
  const catchUp = () => {
    running = running.then(doWhatWaits)
    return running
  }
  return {
    add: (write) => {
      waiting.push(write)
      return catchUp()
    },
    catchUp,
    trouble: () => trouble,
  }
}
