import { type Event, isBeforeStart, type State } from '../../app/session/machine.ts'
import type { Cancel, Scheduler } from '../lib/scheduler.ts'

/** After this long without a touch, a page before the start belongs to somebody who has left. */
const abandonedAfterSeconds = 180

/** Closes the pages that nobody reads any more, so that the next person finds the welcome page. */
export type Patience = { follow(state: State): void; noteActivity(): void; receiptSecondsLeft(): number }

/**
 * @param receiptSeconds how long the receipt stays if nobody closes it
 * @param onLeft whoever stood at the welcome page has gone
 */
export function keepPatience(
  receiptSeconds: number,
  scheduler: Scheduler,
  dispatch: (event: Event) => void,
  onLeft: () => void,
): Patience {
  let cancel: Cancel = () => {}
  let current: State | null = null
  let receiptUntil = 0

  const wait = () => {
    cancel()
    cancel = () => {}
    if (current?.at === 'receipt') {
      cancel = scheduler.after(receiptUntil - scheduler.now(), () => dispatch({ type: 'receiptRead' }))
    }
    if (current?.at === 'welcome') cancel = scheduler.after(abandonedAfterSeconds, onLeft)
    if (current !== null && isBeforeStart(current)) {
      cancel = scheduler.after(abandonedAfterSeconds, () => dispatch({ type: 'leftBeforeStart' }))
    }
  }

  return {
    follow: (state) => {
      if (state.at === 'receipt' && current?.at !== 'receipt') receiptUntil = scheduler.now() + receiptSeconds
      current = state
      wait()
    },
    noteActivity: wait,
    receiptSecondsLeft: () => Math.max(0, Math.ceil(receiptUntil - scheduler.now())),
  }
}
