import type { Cancel, Scheduler } from '../../main/lib/scheduler.ts'

type Timer = { at: number; every: number | null; run: () => void }

/** A clock that a test moves. */
export type FakeScheduler = Scheduler & {
  /** Lets time pass: runs what is due, in order, and what follows from it. */
  advance(seconds: number): Promise<void>
  /** The machine sleeps: on waking, the clock has moved, and each timer that is due runs once. */
  sleep(seconds: number): Promise<void>
}

/** @param start wall clock at second 0 */
export function fakeScheduler(start = new Date(2026, 10, 20, 10, 0, 0)): FakeScheduler {
  let now = 0
  const timers = new Set<Timer>()

  const add = (seconds: number, every: number | null, run: () => void): Cancel => {
    const timer = { at: now + Math.max(0, seconds), every, run }
    timers.add(timer)
    return () => timers.delete(timer)
  }
  const runDue = async (until: number) => {
    for (let timer = nextDue(timers, until); timer !== undefined; timer = nextDue(timers, until)) {
      now = Math.max(now, timer.at)
      if (timer.every === null) timers.delete(timer)
      else timer.at = now + timer.every
      timer.run()
      await settled()
    }
  }

  return {
    now: () => now,
    today: () => new Date(start.getTime() + now * 1000),
    after: (seconds, run) => add(seconds, null, run),
    every: (seconds, run) => add(seconds, seconds, run),
    advance: async (seconds) => {
      const until = now + seconds
      await settled()
      await runDue(until)
      now = until
    },
    sleep: async (seconds) => {
      now += seconds
      await runDue(now)
    },
  }
}

/** Resolves once every promise that can go on without time passing has gone on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
}

function nextDue(timers: ReadonlySet<Timer>, until: number): Timer | undefined {
  return [...timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
}
