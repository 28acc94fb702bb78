import { setTimeout as pause } from 'node:timers/promises'
import { journalState, visitorProcesses } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import { expect, test } from './ground.ts'
import type { LeftOpen } from './left-open.ts'
import { proveNextStart, retry } from './life.ts'
import { type At, type Run, startRun } from './run.ts'
import { begin } from './visit.ts'

/** All that a page can ask for, and what none may. */
const everyCall: [group: string, name: string, params?: unknown][] = [
  ['person', 'chooseLanguage', 'fr'],
  ['person', 'chooseHelp', 'alone'],
  ['person', 'acceptCharter'],
  ['person', 'leave'],
  ['person', 'closeReceipt'],
  ['person', 'goOn'],
  ['person', 'confirmEnd'],
  ['staff', 'act', 'retry'],
  ['staff', 'act', 'rest'],
  ['person', 'welcome'],
  ['journal', 'close', 1],
]

/** Asks for everything, again and again. @returns the pages that were shown meanwhile */
async function insist(run: Run, seconds: number): Promise<string[]> {
  const shown = new Set<string>()
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await pause(50)) {
    for (const call of everyCall) await run.call(...call)
    shown.add((await run.view())?.page.at ?? 'gone')
  }
  return [...shown]
}

const line = 'while a wipe is pending, nobody begins'

test('while a wipe is pending no session can be started, whatever the page asks, nor in the first ten seconds', async ({
  ground: { place, left },
  table,
}) => {
  await left.restore()
  await table(line).row('a wipe that hangs at the start', async () => {
    const run = await startRun(place, { ESTRAN_FAULT: 'sessionRoot.wipe:hang' })
    expect(await insist(run, 12)).toEqual(['recovering'])
    expect(await visitorProcesses(place.stateFolder), 'no visitor was started').toEqual([])
    expect(await journalState(place.stateFolder), 'the session before stays open').toBe('open')
    // Given up, and read back.
    expect(await run.until('outOfService', 'welcome')).toBe('outOfService')
    await run.cutPower()
    await expectWiped(place, left)
    return 'recovering for 12 s of asking, then outOfService; wiped by the next start'
  })
})

test('nor at the end of a session', async ({ ground: { place, left }, table }) => {
  await left.restore()
  await table(line).row('a wipe that hangs at the end', async () => {
    const run = await startRun(place, { ESTRAN_FAULT: 'sessionRoot.wipe:hang', ESTRAN_FAULT_AT: '2' })
    await run.until('welcome')
    expect(await begin(run)).toBe('active')
    await run.call('person', 'confirmEnd')
    expect(await insist(run, 5)).toEqual(['ending'])
    expect(await journalState(place.stateFolder)).toBe('open')
    await run.cutPower()
    await expectWiped(place, left)
    return 'ending for 5 s of asking; wiped by the next start'
  })
})

for (const fault of ['sessionRoot.wipe:skip', 'processes.readBack:fail']) {
  test(`a wipe that cannot finish (${fault}): out of service after each try and each start, never welcome`, async ({
    ground: { place, left },
    table,
  }) => {
    await left.restore()
    await table('a wipe that cannot finish: out of service, never welcome').row(fault, async () => {
      const seen: At[] = []
      for (const start of ['first', 'second']) {
        const run = await startRun(place, { ESTRAN_FAULT: fault })
        expect(await run.until('outOfService', 'welcome'), start).toBe('outOfService')
        expect(await retry(run), start).toBe('outOfService')
        expect(await journalState(place.stateFolder), start).toBe('open')
        await run.cutPower()
        seen.push(...run.seen)
      }
      expect(seen).not.toContain('welcome')
      await expectWiped(place, left)
      return `${seen.join(' ')}; mended: wiped by the next start`
    })
  })
}

/** Once the fault is gone, so is all that was left. */
async function expectWiped(place: Place, { token }: LeftOpen): Promise<void> {
  expect(await proveNextStart(place, [token])).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0 })
}
