import { afterWrong, noAttempts, waitSeconds } from '../../../app/staff/throttle.ts'
import { isPin } from '../../lib/pin.ts'
import type { Cancel, Scheduler } from '../../lib/scheduler.ts'

/** An open staff page is closed after this long without a touch: staff are called away. */
const closesAfterSeconds = 60

export type DeskState =
  | { is: 'closed' }
  | { is: 'unavailable' }
  | { is: 'locked'; wrong: boolean; waitSeconds: number }
  | { is: 'open' }

/** The staff page of a post: closed, asking for the PIN, or open. */
export type StaffDesk = {
  state(): DeskState
  open(): void
  close(): void
  unlock(pin: string): Promise<void>
  noteActivity(): void
}

/** @param pinHash from the policy; without one the page never opens. @param onChange told after each change */
export function keepStaffDesk(
  pinHash: string | undefined,
  scheduler: Scheduler,
  onChange: () => void,
): StaffDesk {
  let at: 'closed' | 'locked' | 'open' = 'closed'
  let wrong = false
  let attempts = noAttempts
  let checking = false
  let cancel: Cancel = () => {}

  const change = (to: typeof at) => {
    at = to
    wait()
    onChange()
  }
  const wait = () => {
    cancel()
    cancel = at === 'closed' ? () => {} : scheduler.after(closesAfterSeconds, () => change('closed'))
  }

  return {
    state: () => {
      if (at === 'closed') return { is: 'closed' }
      if (pinHash === undefined) return { is: 'unavailable' }
      return at === 'open'
        ? { is: 'open' }
        : { is: 'locked', wrong, waitSeconds: waitSeconds(attempts, scheduler.now()) }
    },
    open: () => {
      wrong = false
      if (at === 'closed') change('locked')
    },
    close: () => change('closed'),
    unlock: async (pin) => {
      // One at a time: guesses sent together would all be looked at before the first is known to be wrong.
      if (at !== 'locked' || pinHash === undefined || checking) return
      if (waitSeconds(attempts, scheduler.now()) > 0) return
      checking = true
      const right = await isPin(pin, pinHash)
      checking = false
      attempts = right ? noAttempts : afterWrong(attempts, scheduler.now())
      wrong = !right
      // Closed while the PIN was looked at: it stays closed.
      if (at === 'locked') change(right ? 'open' : 'locked')
    },
    noteActivity: wait,
  }
}
