/** Clock and timers, so that hours can pass in a test at once. */
export type Scheduler = {
  /** Seconds of a clock that never jumps, from any origin. */
  now(): number
  /** The wall clock: only for days and half-days. */
  today(): Date
  after(seconds: number, run: () => void): Cancel
  every(seconds: number, run: () => void): Cancel
}
export type Cancel = () => void

export const systemScheduler: Scheduler = {
  now: () => performance.now() / 1000,
  today: () => new Date(),
  after: (seconds, run) => {
    const timer = setTimeout(run, seconds * 1000)
    return () => clearTimeout(timer)
  },
  every: (seconds, run) => {
    const timer = setInterval(run, seconds * 1000)
    return () => clearInterval(timer)
  },
}

/** What became of work that was given a time: its value, or that time ran out. The work itself is not stopped. */
export async function within<T>(
  scheduler: Scheduler,
  seconds: number,
  work: Promise<T>,
): Promise<{ inTime: true; value: T } | { inTime: false }> {
  let cancel: Cancel = () => {}
  const timeUp = new Promise<{ inTime: false }>((resolve) => {
    cancel = scheduler.after(seconds, () => resolve({ inTime: false }))
  })
  try {
    return await Promise.race([work.then((value) => ({ inTime: true as const, value })), timeUp])
  } finally {
    cancel()
  }
}
