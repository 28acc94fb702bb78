import { expect } from './ground.ts'
import { type Ground, live } from './life.ts'

/** A step as it is counted: the N-th, and what it is. */
export type Step = { at: number; name: string }

/** The steps of a whole life: start on what a power cut has left, session, end and stop. */
export async function stepsOf(ground: Ground): Promise<Step[]> {
  await ground.left.restore()
  const { steps, exitCode } = await live(ground, { ESTRAN_FAULT: 'any:kill', ESTRAN_FAULT_AT: 'Infinity' })
  expect(exitCode, 'a life without a fault').toBe(0)
  expect(steps, 'whatever else the steps are, these are among them').toEqual(expect.arrayContaining(known))
  return steps.map((name, index) => ({ at: index + 1, name }))
}

/** Places are read back side by side, in one turn: to what ends all of them, the first stands for its neighbours. */
export function apart(steps: readonly Step[]): Step[] {
  const isReading = (step: Step | undefined) => step?.name.endsWith('.readBack') ?? false
  return steps.filter((step, index) => !(isReading(step) && isReading(steps[index - 1])))
}

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
