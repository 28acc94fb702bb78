import { expect } from '@playwright/test'
import { type Ground, live } from './life.ts'

/** The N-th step of a life, what it is, and the how-manieth of its name: side by side, two may change places. */
export type Step = { at: number; name: string; time: number }

/** What makes the guardian stumble at this step. @param how as `ESTRAN_FAULT` has it */
export function faultAt({ name, time }: Step, how: string): Record<string, string> {
  return { ESTRAN_FAULT: `${name}:${how}`, ESTRAN_FAULT_AT: `${time}` }
}

/** The steps of a whole life: start on what a power cut has left, session, end and stop. */
export async function stepsOf(ground: Ground): Promise<Step[]> {
  await ground.left.restore()
  const { steps, exitCode } = await live(ground, { ESTRAN_FAULT: 'any:kill', ESTRAN_FAULT_AT: 'Infinity' })
  expect(exitCode, 'a life without a fault').toBe(0)
  expect(steps, 'whatever else the steps are, these are among them').toEqual(expect.arrayContaining(known))
  const earlier = (name: string, index: number) => steps.slice(0, index).filter((other) => other === name)
  return steps.map((name, index) => ({ at: index + 1, name, time: earlier(name, index).length + 1 }))
}

/** Places are read back side by side, in one turn: to what ends all of them, the first stands for its neighbours. */
export function apart(steps: readonly Step[]): Step[] {
  return steps.filter((step, index) => !(isReadBack(step) && isReadBack(steps[index - 1])))
}

/** As it stands in the table, with those it stands for. */
export function nameOf({ at, name }: Step, steps: readonly Step[]): string {
  const beside = steps.slice(at).findIndex((step) => !isReadBack(step))
  if (!name.endsWith('.readBack') || beside < 1) return `${at} ${name}`
  return `${at} to ${at + beside} ${name} and all beside it`
}

const isReadBack = (step: Step | undefined) => step?.name.endsWith('.readBack') ?? false

const known = [
  ...[
    'processes.wipe',
    'sessionRoot.wipe',
    'clipboard.wipe',
    'sessionRoot.readBack',
    'journal.read',
    'journal.open',
  ],
  ...['visitor.launch', 'spare.take', 'spare.discard', 'tally.count', 'receipts.append', 'journal.close'],
]
