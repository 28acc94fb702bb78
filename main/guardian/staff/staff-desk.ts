import type { Cancel, Scheduler } from '../../lib/scheduler.ts'
import { keepPinLock, type LockState } from './pin-lock.ts'

/** An open staff page is closed after this long without a touch: staff are called away. */
const closesAfterSeconds = 60

export type DeskState =
  | { is: 'closed' }
  | { is: 'unavailable' }
  | ({ is: 'locked' } & LockState)
  /** `admin`: the lock of what only administration may do; `null` without a PIN for it. */
  | { is: 'open'; admin: LockState | null }

/** The staff page of a post: closed, asking for the PIN, or open. */
export type StaffDesk = {
  state(): DeskState
  open(): void
  close(): void
  unlock(pin: string): Promise<void>
  /** Whether this is the PIN of administration. */
  isAdmin(pin: string): Promise<boolean>
  noteActivity(): void
}

/** The hashes of the policy: without the first the page never opens, without the second nobody is the admin. */
export type DeskPins = { pinHash?: string | undefined; adminPinHash?: string | undefined }

/** @param onChange told after each change */
export function keepStaffDesk(pins: DeskPins, scheduler: Scheduler, onChange: () => void): StaffDesk {
  const staff = pins.pinHash === undefined ? null : keepPinLock(pins.pinHash, scheduler)
  const admin = pins.adminPinHash === undefined ? null : keepPinLock(pins.adminPinHash, scheduler)
  let at: 'closed' | 'locked' | 'open' = 'closed'
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
      if (staff === null) return { is: 'unavailable' }
      return at === 'open'
        ? { is: 'open', admin: admin?.state() ?? null }
        : { is: 'locked', ...staff.state() }
    },
    open: () => {
      if (at !== 'closed') return
      staff?.begin()
      admin?.begin()
      change('locked')
    },
    close: () => change('closed'),
    unlock: async (pin) => {
      if (at !== 'locked' || staff === null) return
      const right = await staff.attempt(pin)
      // Closed while the PIN was looked at: it stays closed.
      if (right !== null && at === 'locked') change(right ? 'open' : 'locked')
    },
    isAdmin: async (pin) => {
      if (at !== 'open' || admin === null) return false
      const right = await admin.attempt(pin)
      if (right !== null && at === 'open') change('open')
      return right === true
    },
    noteActivity: wait,
  }
}
