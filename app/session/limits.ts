import type { EndCause, Notice } from './visit.ts'

/** Limits of a session, from the policy. All in seconds. */
export type Limits = {
  timeLimitSeconds: number
  idleLimitSeconds: number
  /** How long a warning can be answered: never under 20 s (RGAA 13.1). */
  warningSeconds: number
  extensionSeconds: number
  extensionsMax: number
}

/** Where a session stands. Seconds of a clock that never jumps, from any origin. */
export type Standing = {
  startedAt: number
  lastActivityAt: number
  extensions: number
  /** When the structure closes; `null` when it does not close within this session. */
  closesAt: number | null
  /** The person has seen that the end cannot be moved again: it comes without a second warning. */
  endAccepted: boolean
  /** The warning on screen and since when. */
  warning: { notice: Warning; since: number } | null
}

export type Warning = Exclude<Notice, 'end'>
export type Due = { is: 'nothing' } | { is: 'warning'; notice: Warning } | { is: 'over'; cause: EndCause }

/** When the session ends if nobody does anything about its length: the nearer of time limit and closing. */
export function endsAt(standing: Standing, limits: Limits): { at: number; cause: 'time' | 'closing' } {
  const time = standing.startedAt + limits.timeLimitSeconds + standing.extensions * limits.extensionSeconds
  if (standing.closesAt !== null && standing.closesAt <= time)
    return { at: standing.closesAt, cause: 'closing' }
  return { at: time, cause: 'time' }
}

/** Whether a longer session can still be offered: extensions left, and the structure not about to close. */
export function canExtend(standing: Standing, limits: Limits): boolean {
  return standing.extensions < limits.extensionsMax && endsAt(standing, limits).cause === 'time'
}

/**
 * What is due now. A warning stays for its whole length even if the machine slept past the limit, so that it
 * can always be answered (RGAA 13.1: at least 20 s).
 * @param now seconds of the same clock as `standing`
 */
export function due(standing: Standing, limits: Limits, now: number): Due {
  const { warning } = standing
  const end = endsAt(standing, limits)
  if (warning !== null) {
    const answerable = now - warning.since < limits.warningSeconds
    if (!answerable && (warning.notice === 'idle' || now >= end.at))
      return { is: 'over', cause: warning.notice }
    if (warning.notice !== 'idle') return { is: 'nothing' }
  }
  if (standing.endAccepted && now >= end.at) return { is: 'over', cause: end.cause }
  if (now >= end.at - limits.warningSeconds) {
    // Too late for an idle warning: the end that was accepted would come before it could be answered.
    return standing.endAccepted ? { is: 'nothing' } : { is: 'warning', notice: end.cause }
  }
  if (warning === null && now - standing.lastActivityAt >= limits.idleLimitSeconds) {
    return { is: 'warning', notice: 'idle' }
  }
  return { is: 'nothing' }
}

/** The standing after the person has answered: a longer session where one can be had, else an accepted end. */
export function answer(standing: Standing, limits: Limits, notice: Notice, now: number): Standing {
  const seen: Standing = { ...standing, warning: null, lastActivityAt: now }
  if (notice === 'end' || notice === 'idle') return seen
  return canExtend(standing, limits)
    ? { ...seen, extensions: seen.extensions + 1 }
    : { ...seen, endAccepted: true }
}

/** Seconds left on the nearer of session and warning; never below zero, whole seconds. */
export function secondsLeft(standing: Standing, limits: Limits, now: number): number {
  const end = endsAt(standing, limits).at
  const { warning } = standing
  const answerable = warning === null ? end : warning.since + limits.warningSeconds
  const at = warning?.notice === 'idle' ? answerable : Math.max(end, answerable)
  return Math.max(0, Math.ceil(at - now))
}
