import { type Attempts, afterWrong, noAttempts, waitSeconds } from '../../../app/staff/throttle.ts'
import { type Scheduler, systemScheduler } from '../../lib/scheduler.ts'

const rememberedMost = 10_000

/**
 * How wrong passwords slow down: per account **and** where they are typed (a browser it was signed in with before, or
 * else an address), so that whoever guesses waits, and the person whose account it is does not, at their own desk.
 */
export type Patience = {
  /** Seconds until another password is looked at. */
  wait(name: string, where: string): number
  wrong(name: string, where: string): void
  right(name: string, where: string): void
}

export function keepPatience(scheduler: Scheduler = systemScheduler): Patience {
  const attempts = new Map<string, Attempts>()
  const keyOf = (name: string, where: string) => JSON.stringify([name, where])
  return {
    wait: (name, where) => waitSeconds(attempts.get(keyOf(name, where)) ?? noAttempts, scheduler.now()),
    wrong: (name, where) => {
      const key = keyOf(name, where)
      const before = attempts.get(key) ?? noAttempts
      // Last in the order of the map, and the oldest first out: memory stays bounded whoever guesses.
      attempts.delete(key)
      attempts.set(key, afterWrong(before, scheduler.now()))
      const [oldest] = attempts.keys()
      if (attempts.size > rememberedMost && oldest !== undefined) attempts.delete(oldest)
    },
    right: (name, where) => void attempts.delete(keyOf(name, where)),
  }
}
