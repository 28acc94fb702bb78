import { expect, test } from './ground.ts'
import { type Ground, type Life, live, proveEnd, proveNextStart } from './life.ts'
import { apart, faultAt, nameOf, type Step } from './steps.ts'

// Each takes minutes.
test.describe.configure({ mode: 'parallel', timeout: 900_000 })

test('an I/O error once, at every step: staff mend it by trying again', async ({ ground, steps, table }) => {
  const { row } = table('an I/O error once at each step: mended')
  for (const step of steps)
    await row(`${step.at} ${step.name}`, async () => {
      const life = await fail(ground, faultAt(step, 'fail-once'), true)
      expect(life.seen).toContain('welcome')
      expect(life.seen.at(-1), 'mended').not.toBe('outOfService')
      expect(life.exitCode, 'stops in good order').toBe(0)
      return told(life, await proveEnd(ground.place, life))
    })
})

test('an I/O error for ever, from every step on: nobody is welcomed to what is left', async ({
  ground,
  steps,
  table,
}) => {
  const { row } = table('an I/O error for ever from each step on: no welcome to what is left')
  for (const step of apart(steps))
    await row(nameOf(step, steps), async () => {
      const life = await fail(ground, { ESTRAN_FAULT: 'any:fail', ESTRAN_FAULT_AT: `${step.at}` })
      if (isOfWipe(step)) expect(life.seen.at(-1)).toBe('outOfService')
      return told(life, await proveNextStart(ground.place, life.tokens))
    })
})

async function fail(ground: Ground, fault: Record<string, string>, mends = false): Promise<Life> {
  await ground.left.restore()
  const life = await live(ground, fault, mends)
  expect(life.openTooEarly, 'open before it was wiped').toBe(0)
  expect(life.steps.length, 'came to the step').toBeGreaterThanOrEqual(Number(fault.ESTRAN_FAULT_AT))
  return life
}

function told({ seen, found, shown }: Life, proof: Awaited<ReturnType<typeof proveEnd>>): string {
  expect(proof).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0 })
  expect([1 + shown, 2 + shown], 'counted').toContain(proof.counted)
  return `${seen.join(' ')}; then canaries ${found} → 0, sessions ${1 + shown}, counted ${proof.counted}`
}

const isOfWipe = ({ name }: Step) => name.endsWith('.wipe') || name.endsWith('.readBack')
