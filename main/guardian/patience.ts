import { type Event, isBeforeStart, type State } from '../../app/session/machine.ts'
import type { Cancel, Scheduler } from '../lib/scheduler.ts'

/** After this long without a touch, a page before the start belongs to somebody who has left. */
const abandonedAfterSeconds = 180
/** Said before it happens: whoever reads slowly has only to touch anything (RGAA 13.1). */
const announcedSeconds = 20
/** A pointer that moves is heard of many times a second. */
const touchesApartSeconds = 1

/** Closes the pages that nobody reads any more, so that the next person finds the welcome page. */
export type Patience = {
  follow(state: State): void
  /** A touch gives the page its whole time again. */
  noteActivity(): void
  receiptSecondsLeft(): number
  /** Until a page before the start is left, once that is announced. */
  leavesInSeconds(): number | null
}

export type PatienceParts = {
  /** How long the receipt stays if nobody touches it. */
  receiptSeconds: number
  scheduler: Scheduler
  dispatch(event: Event): void
  /** Whoever stood at the welcome page has gone. */
  onLeft(): void
  /** What is told of the time left has changed. */
  onChange(): void
}

export function keepPatience({
  receiptSeconds,
  scheduler,
  dispatch,
  onLeft,
  onChange,
}: PatienceParts): Patience {
  let cancels: Cancel[] = []
  let current: State | null = null
  let touchedAt = 0
  let isAnnounced = false

  const left = (seconds: number) => Math.max(0, Math.ceil(touchedAt + seconds - scheduler.now()))
  const after = (seconds: number, run: () => void) => cancels.push(scheduler.after(seconds, run))
  const announce = () => {
    isAnnounced = true
    onChange()
  }
  const begin = () => {
    for (const cancel of cancels) cancel()
    cancels = []
    touchedAt = scheduler.now()
    isAnnounced = false
    if (current?.at === 'receipt') after(receiptSeconds, () => dispatch({ type: 'receiptRead' }))
    if (current?.at === 'welcome') after(abandonedAfterSeconds, onLeft)
    if (current === null || !isBeforeStart(current)) return
    after(abandonedAfterSeconds - announcedSeconds, announce)
    after(abandonedAfterSeconds, () => dispatch({ type: 'leftBeforeStart' }))
  }

  return {
    follow: (state) => {
      current = state
      begin()
    },
    noteActivity: () => {
      const isTold = isAnnounced || current?.at === 'receipt'
      if (!isAnnounced && scheduler.now() - touchedAt < touchesApartSeconds) return
      begin()
      if (isTold) onChange()
    },
    receiptSecondsLeft: () => left(receiptSeconds),
    leavesInSeconds: () => (isAnnounced ? left(abandonedAfterSeconds) : null),
  }
}
