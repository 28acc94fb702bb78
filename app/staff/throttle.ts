/** Wrong PINs in a row and since when the desk waits. Seconds of a clock that never jumps. */
export type Attempts = { wrong: number; lastAt: number }

export const noAttempts: Attempts = { wrong: 0, lastAt: 0 }

const freeAttempts = 3
const firstWaitSeconds = 30
const longestWaitSeconds = 900

/** Seconds until another PIN is looked at: none for three tries, then 30 s, doubling to 15 minutes. */
export function waitSeconds(attempts: Attempts, now: number): number {
  if (attempts.wrong < freeAttempts) return 0
  const wait = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (attempts.wrong - freeAttempts))
  return Math.max(0, Math.ceil(attempts.lastAt + wait - now))
}

/** The attempts after a wrong PIN. */
export function afterWrong(attempts: Attempts, now: number): Attempts {
  return { wrong: attempts.wrong + 1, lastAt: now }
}
