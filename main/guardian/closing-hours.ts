import { type Job, RecurrenceRule, scheduleJob } from 'node-schedule'
import { minutesOf } from '../../app/policy/hour.ts'
import type { Policy } from '../../app/policy/policy.ts'
import { log } from '../lib/log.ts'

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

export type ClosingHours = {
  /** Seconds until the next closing hour; `null` when the structure never closes. */
  nextInSeconds(now: Date): number | null
}

/**
 * Plans the hours at which the structure closes, each announced one warning ahead.
 * @param onClosingSoon told `warningSeconds` before each closing hour
 */
export function planClosingHours(
  closing: Policy['session']['closing'],
  warningSeconds: number,
  onClosingSoon: (inSeconds: number) => void,
): ClosingHours {
  for (const { days, at } of closing) {
    const job: Job | null = scheduleJob(announcement(days, at, warningSeconds), () =>
      onClosingSoon(warningSeconds),
    )
    // node-schedule answers null, and emits, where other libraries would throw.
    if (job === null) throw new Error(`session.closing: ${at} could not be planned`)
    job.on('error', (error: Error) => log.error({ reason: error.message }, 'a closing hour was missed'))
  }
  return { nextInSeconds: (now) => nextClosingInSeconds(closing, now) }
}

/** Seconds until the next closing hour; `null` when the structure never closes. */
export function nextClosingInSeconds(closing: Policy['session']['closing'], now: Date): number | null {
  // The hours themselves, not their announcements: a session may begin between the two.
  const moments = closing.map(({ days, at }) => announcement(days, at, 0).nextInvocationDate(now).getTime())
  return moments.length === 0 ? null : (Math.min(...moments) - now.getTime()) / 1000
}

/** The rule for one warning before an hour; before midnight it belongs to the day before. */
export function announcement(days: readonly string[], at: string, warningSeconds: number): RecurrenceRule {
  const secondsOfDay = minutesOf(at) * 60 - warningSeconds
  const dayShift = secondsOfDay < 0 ? -1 : 0
  const moment = secondsOfDay - dayShift * 86_400
  const rule = new RecurrenceRule()
  rule.dayOfWeek = days.map((day) => (weekdays.indexOf(day) + dayShift + 7) % 7)
  rule.hour = Math.floor(moment / 3600)
  rule.minute = Math.floor((moment % 3600) / 60)
  rule.second = moment % 60
  return rule
}
