import { afterWrong, noAttempts, waitSeconds } from '../../../app/staff/throttle.ts'
import { isPin } from '../../lib/pin.ts'
import type { Scheduler } from '../../lib/scheduler.ts'

export type LockState = { wrong: boolean; waitSeconds: number }

/** One PIN, and the patience it asks of those who guess. */
export type PinLock = {
  state(): LockState
  /** Whether this is the PIN; `null` when it was not looked at. */
  attempt(pin: string): Promise<boolean | null>
  /** Says no more that the last PIN was wrong; what was guessed still counts. */
  begin(): void
}

export function keepPinLock(hash: string, scheduler: Scheduler): PinLock {
  let attempts = noAttempts
  let wrong = false
  let checking = false
  return {
    state: () => ({ wrong, waitSeconds: waitSeconds(attempts, scheduler.now()) }),
    attempt: async (pin) => {
      // One at a time: guesses sent together would all be looked at before the first is known to be wrong.
      if (checking || waitSeconds(attempts, scheduler.now()) > 0) return null
      checking = true
      const right = await isPin(pin, hash)
      checking = false
      attempts = right ? noAttempts : afterWrong(attempts, scheduler.now())
      wrong = !right
      return right
    },
    begin: () => {
      wrong = false
    },
  }
}
