import { onTestFinished, vi } from 'vitest'

/** The wall clock of this process jumps ahead, until the test has finished; timers run as they do. */
export function passTime(seconds: number): void {
  const then = Date.now() + seconds * 1000
  vi.useFakeTimers({ toFake: ['Date'], now: then })
  onTestFinished(() => void vi.useRealTimers())
}
