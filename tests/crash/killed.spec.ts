import { newToken } from '../canaries/token.ts'
import { expect, test } from './ground.ts'
import { type Ground, live, proveNextStart } from './life.ts'
import { startRun } from './run.ts'
import { apart, faultAt, nameOf } from './steps.ts'
import { begin, plant } from './visit.ts'

// Each takes minutes.
test.describe.configure({ mode: 'parallel', timeout: 900_000 })

test('killed at every step of start, session and end: wiped, read back, welcome, counted once', async ({
  ground,
  steps,
  table,
}) => {
  const { row } = table('killed before each step: wiped, then welcome')
  for (const step of apart(steps)) await row(nameOf(step, steps), () => die(ground, faultAt(step, 'kill')))
  await row('no step is left', async () => {
    await ground.left.restore()
    const { exitCode } = await live(ground, {
      ESTRAN_FAULT: 'any:kill',
      ESTRAN_FAULT_AT: `${steps.length + 1}`,
    })
    expect(exitCode).toBe(0)
    return `of ${steps.length} steps; comes to its end`
  })
})

test('killed in the middle of what writes or removes', async ({ ground, steps, table }) => {
  const { row } = table('killed in the middle of a step: the same')
  const acts = ['sessionRoot.wipe', 'journal.open', 'tally.count', 'receipts.append']
  for (const step of steps.filter(({ name }) => acts.includes(name)))
    await row(`${step.at} ${step.name}`, () => die(ground, faultAt(step, 'kill-within')))
})

test('killed while it logs out', async ({ ground: { place, left }, sites, table }) => {
  await left.restore()
  await table('killed in the middle of a step: the same').row('logging out', async () => {
    const run = await startRun(place)
    await run.until('welcome')
    await begin(run)
    const token = newToken()
    const found = await plant(place, { id: 'allocations', origin: sites.allocations.origin }, token)
    await run.call('person', 'confirmEnd')
    await expect
      .poll(async () => (await run.view())?.page, { intervals: [5] })
      .toMatchObject({ step: 'logOut' })
    await run.cutPower()
    const proof = await proveNextStart(place, [token])
    expect(found).toBeGreaterThan(0)
    expect(proof).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0, counted: 2 })
    return `canaries ${found} → 0, ${proof.seen.join(' ')}, sessions 2, counted 2`
  })
})

/** The guardian dies at a step, and the next one starts on what it has left. */
async function die(ground: Ground, fault: Record<string, string>): Promise<string> {
  await ground.left.restore()
  const life = await live(ground, fault)
  // Killed before anybody was welcomed: it crashes in the same place once more.
  const crashes = life.seen.includes('welcome') ? [life] : [life, await live(ground, fault)]
  const { seen, ...proof } = await proveNextStart(ground.place, life.tokens)

  const { found, shown } = life
  for (const { exitCode, told, openTooEarly } of crashes) {
    expect({ exitCode, told }, 'was killed').toEqual({ exitCode: null, told: [] })
    expect(openTooEarly, 'open before it was wiped').toBe(0)
  }
  expect(found, 'a canary in each session root').toBeGreaterThanOrEqual(life.tokens.length)
  expect(proof).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0 })
  expect(['recovering,welcome', 'welcome'], 'nothing else is shown first').toContain(`${seen}`)
  // The session before, those that were shown, and perhaps one whose visitor was about to be.
  expect([1 + shown, 2 + shown], 'counted').toContain(proof.counted)
  const times = crashes.length > 1 ? 'killed twice, ' : ''
  return `${times}canaries ${found} → 0, ${seen.join(' ')}, sessions ${1 + shown}, counted ${proof.counted}`
}
