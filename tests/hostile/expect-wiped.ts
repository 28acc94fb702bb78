import { expect } from 'vitest'
import type { HostileThing, Trial } from './trial.ts'

/** It was there, it is gone, or told with what is left and why; and nothing outside it was lost. */
export function expectWiped(thing: Pick<HostileThing, 'left'>, trial: Omit<Trial, 'seconds'>): void {
  expect(trial.before).toBeGreaterThan(0)
  expect(trial.outsideLost).toBe(0)
  const itself = trial.outcome.place === 'sessionRoot' ? 1 : 0
  expect(trial.after).toBe(thing.left === undefined ? 0 : thing.left.entries + itself)
  expect(trial.outcome).toMatchObject(thing.left ? { is: 'present', why: thing.left.why } : { is: 'absent' })
}
