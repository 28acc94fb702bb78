import {
  answer,
  canExtend,
  due,
  type Limits,
  type Standing,
  secondsLeft,
  type Warning,
} from '../../app/session/limits.ts'
import type { Event } from '../../app/session/machine.ts'
import type { Notice } from '../../app/session/visit.ts'
import type { Cancel, Scheduler } from '../lib/scheduler.ts'

/** Keeps the time of one session: says when a warning is due, and when the session is over. */
export type Attendance = {
  /** @param closesInSeconds until the structure closes, `null` when that is far */
  begin(closesInSeconds: number | null): void
  stop(): void
  noteActivity(): void
  answered(notice: Notice): void
  /** The structure closes in so many seconds. */
  closesIn(seconds: number): void
  secondsLeft(): number
  /** Minutes an answer would add; 0 when the end cannot be moved. */
  extensionMinutes(): number
}

/** @param onTick told each second of a session, after what is due was dispatched */
export function keepAttendance(
  limits: Limits,
  scheduler: Scheduler,
  dispatch: (event: Event) => void,
  onTick: () => void,
): Attendance {
  let standing: Standing | null = null
  let cancel: Cancel = () => {}

  const warn = (notice: Warning) => {
    if (standing !== null) standing = { ...standing, warning: { notice, since: scheduler.now() } }
    dispatch({ type: 'noticeDue', notice })
  }

  const tick = () => {
    if (standing === null) return
    const now = due(standing, limits, scheduler.now())
    if (now.is === 'warning') warn(now.notice)
    if (now.is === 'over') dispatch({ type: 'endDue', cause: now.cause })
    onTick()
  }

  return {
    begin: (closesInSeconds) => {
      const now = scheduler.now()
      const closesAt = closesInSeconds === null ? null : now + closesInSeconds
      standing = {
        startedAt: now,
        lastActivityAt: now,
        extensions: 0,
        closesAt,
        endAccepted: false,
        warning: null,
      }
      cancel = scheduler.every(1, tick)
    },
    stop: () => {
      cancel()
      standing = null
    },
    noteActivity: () => {
      if (standing !== null) standing = { ...standing, lastActivityAt: scheduler.now() }
    },
    answered: (notice) => {
      if (standing !== null) standing = answer(standing, limits, notice, scheduler.now())
    },
    closesIn: (seconds) => {
      if (standing !== null)
        standing = { ...standing, closesAt: scheduler.now() + seconds, endAccepted: false }
    },
    secondsLeft: () => (standing === null ? 0 : secondsLeft(standing, limits, scheduler.now())),
    extensionMinutes: () =>
      standing !== null && canExtend(standing, limits) ? Math.round(limits.extensionSeconds / 60) : 0,
  }
}
