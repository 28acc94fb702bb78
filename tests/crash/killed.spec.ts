import { expect, test } from './ground.ts'
import { type Ground, live, proveNextStart } from './life.ts'
import { apart, type Step, stepsOf } from './steps.ts'
import { printTable } from './table.ts'

const head = ['killed', 'times', 'canaries found before', 'found after', 'sessions shown', 'counted']
// Each takes minutes.
test.describe.configure({ mode: 'parallel' })

type Row = (string | number)[]

test('killed at every step of start, session and end: wiped, read back, welcome, counted once', async ({
  ground,
}) => {
  test.setTimeout(900_000)
  const rows: Row[] = []
  for (const step of apart(await stepsOf(ground))) rows.push(await die(ground, 'any:kill', step, 'before'))
  printTable(head, rows)
})

test('killed in the middle of what writes or removes', async ({ ground }) => {
  test.setTimeout(900_000)
  const acts = ['sessionRoot.wipe', 'journal.open', 'tally.count', 'receipts.append']
  const steps = await stepsOf(ground)
  const rows: Row[] = []
  for (const act of acts) {
    const times = steps.filter(({ name }) => name === act)
    for (const [index] of times.entries()) {
      rows.push(await die(ground, `${act}:kill-within`, { at: index + 1, name: act }, 'in'))
    }
  }
  printTable(head, rows)
})

/** The guardian dies at a step, and the next one starts on what it has left. */
async function die(ground: Ground, asked: string, { at, name }: Step, when: 'before' | 'in'): Promise<Row> {
  await ground.left.restore()
  const fault = { ESTRAN_FAULT: asked, ESTRAN_FAULT_AT: String(at) }
  const life = await live(ground, fault)
  // Killed before anybody was welcomed: it crashes in the same place once more.
  const crashes = life.seen.includes('welcome') ? [life] : [life, await live(ground, fault)]
  const proof = await proveNextStart(ground.place, life.tokens)

  const what = `${when} ${at} ${name}`
  const { found, shown } = life
  for (const { exitCode, told } of crashes)
    expect({ exitCode, told }, `${what}: was killed`).toEqual({ exitCode: null, told: [] })
  expect(
    crashes.map(({ openTooEarly }) => openTooEarly),
    `${what}: open before it was wiped`,
  ).toEqual(crashes.map(() => 0))
  expect(found, `${what}: a canary in each session root`).toBeGreaterThanOrEqual(life.tokens.length)
  expect(proof, what).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0 })
  expect(['recovering,welcome', 'welcome'], `${what}: nothing else is shown first`).toContain(`${proof.seen}`)
  // The session before, those that were shown, and perhaps one whose visitor was about to be.
  expect([1 + shown, 2 + shown], `${what}: counted`).toContain(proof.counted)
  return [what, crashes.length, found, proof.canariesLeft, 1 + shown, proof.counted]
}
