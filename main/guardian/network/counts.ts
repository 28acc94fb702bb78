import { backOffSeconds } from '../../../app/coordinator/back-off.ts'
import type { DayCounts } from '../../../app/tally/series.ts'
import type { Scheduler } from '../../lib/scheduler.ts'
import type { CountedDays } from '../records/tally-file.ts'
import { Refused } from './ask-coordinator.ts'
import type { Pairing } from './pairing-file.ts'
import { tellDays } from './told-days.ts'

/** However quiet the post: a database put back to an older state is filled up again. */
const compareAgainSeconds = 6 * 3600
/** A token that was revoked is tried again only now and then; a new pairing is noticed at once. */
export const refusedAgainSeconds = 300

/** The counts on their way to one coordinator: told when they change, and again after every failure. */
export type CountsOnTheirWay = {
  /** Tells what is due. Called again and again; never throws. */
  look(): Promise<void>
  /** Counts were added. A server that fails is left its time. */
  changed(): void
  /** The server may have forgotten: all is compared again, now. */
  compareAll(): void
  isFailing(): boolean
}

/** @param chance from 0 to 1 */
export function sendCounts(
  pairing: Pairing,
  counted: CountedDays,
  scheduler: Scheduler,
  chance: () => number,
): CountsOnTheirWay {
  let told: Record<string, DayCounts> = {}
  let dueAt = 0
  let compareAt = scheduler.now() + compareAgainSeconds
  let failures = 0
  let isTelling = false

  const tell = async () => {
    isTelling = true
    const known = told
    dueAt = Number.POSITIVE_INFINITY
    try {
      const all = await tellDays(pairing, counted, known)
      // Unless everything is to be compared again meanwhile.
      if (told === known) told = all
      failures = 0
    } catch (error) {
      failures += 1
      const isRefused = error instanceof Refused && error.status === 401
      dueAt = scheduler.now() + (isRefused ? refusedAgainSeconds : backOffSeconds(failures, chance()))
    }
    isTelling = false
  }

  const compareAll = () => {
    told = {}
    dueAt = 0
    compareAt = scheduler.now() + compareAgainSeconds
  }

  return {
    look: async () => {
      if (failures === 0 && scheduler.now() >= compareAt) compareAll()
      if (!isTelling && scheduler.now() >= dueAt) await tell()
    },
    changed: () => {
      if (failures === 0) dueAt = 0
    },
    compareAll,
    isFailing: () => failures > 0,
  }
}
