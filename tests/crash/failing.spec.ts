import { expect, test } from './ground.ts'
import { type Ground, type Life, live, proveNextStart } from './life.ts'
import { apart, type Step, stepsOf } from './steps.ts'
import { printTable } from './table.ts'

const head = [
  'I/O error at',
  'pages shown',
  'stopped with',
  'canaries found after',
  'sessions shown',
  'counted',
]
// Each takes minutes.
test.describe.configure({ mode: 'parallel' })

type Row = (string | number)[]

test('an I/O error once, at every step: staff mend it by trying again', async ({ ground }) => {
  test.setTimeout(900_000)
  const rows: Row[] = []
  for (const step of await stepsOf(ground)) {
    rows.push(
      await fail(ground, 'fail-once', step, (life, what) => {
        expect(life.seen, what).toContain('welcome')
        expect(life.seen.at(-1), `${what}: mended`).not.toBe('outOfService')
        expect(life.exitCode, `${what}: stops in good order`).toBe(0)
      }),
    )
  }
  printTable(head, rows)
})

test('an I/O error for ever, from every step on: nobody is welcomed to what is left', async ({ ground }) => {
  test.setTimeout(900_000)
  const rows: Row[] = []
  for (const step of apart(await stepsOf(ground))) {
    rows.push(
      await fail(ground, 'fail', step, (life, what) => {
        if (isOfWipe(step)) expect(life.seen.at(-1), what).toBe('outOfService')
      }),
    )
  }
  printTable(head, rows)
})

async function fail(
  ground: Ground,
  how: 'fail' | 'fail-once',
  { at, name }: Step,
  judge: (life: Life, what: string) => void,
): Promise<Row> {
  await ground.left.restore()
  const life = await live(
    ground,
    { ESTRAN_FAULT: `any:${how}`, ESTRAN_FAULT_AT: `${at}` },
    how === 'fail-once',
  )
  const what = `${at} ${name}`
  expect(life.openTooEarly, `${what}: open before it was wiped`).toBe(0)
  judge(life, what)
  const proof = await proveNextStart(ground.place, life.tokens)
  expect(proof, what).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0 })
  expect([1 + life.shown, 2 + life.shown], `${what}: counted`).toContain(proof.counted)
  return [
    what,
    life.seen.join(' '),
    life.exitCode ?? 'killed',
    proof.canariesLeft,
    1 + life.shown,
    proof.counted,
  ]
}

const isOfWipe = ({ name }: Step) => name.endsWith('.wipe') || name.endsWith('.readBack')
