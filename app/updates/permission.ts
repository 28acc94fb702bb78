import { minutesOf } from '../policy/hour.ts'
import { minutesBetween, type Updates } from './updates-schema.ts'

/** What decides whether a post may be updated now. */
export type Moment = {
  /** By the clock of the post, in its time zone. */
  now: Date
  /** Until the structure closes next; `null` when it never does. */
  closesInSeconds: number | null
  /** Of the session before: whether it is proven clean. */
  journal: 'none' | 'closed' | 'open' | 'unknown'
}

export type Permission =
  /** @property source the repository's address, as apt reads it */
  | { is: 'allowed'; source: string; ring: Updates['ring'] }
  | { is: 'notNow'; because: 'noSource' | 'hours' | 'stillOpen' | 'session' }

/** Whether a new version may be put in place now: outside opening hours, and with nothing of anybody left on the post. */
export function updatePermission(updates: Updates, moment: Moment): Permission {
  const { source, ring } = updates
  if (source === undefined) return { is: 'notNow', because: 'noSource' }
  const leftSeconds = windowLeftSeconds(updates, moment.now)
  if (leftSeconds === null) return { is: 'notNow', because: 'hours' }
  // Whoever closes within these hours is still open.
  if (moment.closesInSeconds !== null && moment.closesInSeconds < leftSeconds) {
    return { is: 'notNow', because: 'stillOpen' }
  }
  // A journal that is not there yet is made by the first start, which wipes first.
  if (moment.journal !== 'closed') return { is: 'notNow', because: 'session' }
  return { is: 'allowed', source: source.startsWith('/') ? `file://${source}` : source, ring }
}

/** Seconds until the hours of updates end; `null` outside them. */
function windowLeftSeconds({ from, until }: Updates, now: Date): number | null {
  const minute = now.getHours() * 60 + now.getMinutes()
  const left = minutesBetween(minute, minutesOf(until))
  const isInside = left > 0 && left <= minutesBetween(minutesOf(from), minutesOf(until))
  return isInside ? left * 60 - now.getSeconds() : null
}
