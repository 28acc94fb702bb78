import { setTimeout as pause } from 'node:timers/promises'
import { visitorProcesses } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import { expect, test } from './ground.ts'
import { journalState } from './left.ts'
import { proveNextStart, retry } from './life.ts'
import { type Run, startRun } from './run.ts'
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
  for (const until = performance.now() + seconds * 1000; performance.now() < until; await pause(5)) {
    for (const call of everyCall) await run.call(...call)
    shown.add((await run.view())?.page.at ?? 'gone')
  }
  return [...shown]
}

test('while a wipe is pending no session can be started, whatever the page asks: at a start, nor in its first ten seconds', async ({
  ground: { place, left },
}) => {
  await left.restore()
  const run = await startRun(place, { ESTRAN_FAULT: 'sessionRoot.wipe:hang' })
  expect(await insist(run, 12)).toEqual(['recovering'])
  await expectNobodyIn(place)
  await run.cutPower()
  expect(await proveNextStart(place, [left.token])).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0 })
})

test('nor at the end of a session', async ({ ground: { place, left } }) => {
  await left.restore()
  const run = await startRun(place, { ESTRAN_FAULT: 'sessionRoot.wipe:hang', ESTRAN_FAULT_AT: '2' })
  await run.until('welcome')
  expect(await begin(run)).toBe('active')
  await run.call('person', 'confirmEnd')
  expect(await insist(run, 5)).toEqual(['ending'])
  expect(await journalState(place)).toBe('open')
  await run.cutPower()
  expect(await proveNextStart(place, [left.token])).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0 })
})

for (const fault of ['sessionRoot.wipe:skip', 'processes.readBack:fail']) {
  test(`a wipe that cannot finish (${fault}): out of service after each try and each start, never welcome`, async ({
    ground: { place, left },
  }) => {
    await left.restore()
    for (const start of ['first', 'second']) {
      const run = await startRun(place, { ESTRAN_FAULT: fault })
      expect(await run.until('outOfService', 'welcome'), start).toBe('outOfService')
      expect(await retry(run), start).toBe('outOfService')
      expect(run.seen, start).not.toContain('welcome')
      expect(await journalState(place), start).toBe('open')
      await run.cutPower()
    }
    const proof = await proveNextStart(place, [left.token])
    expect(proof).toMatchObject({ told: [], rootsLeft: 0, canariesLeft: 0, counted: 1 })
  })
}

async function expectNobodyIn(place: Place): Promise<void> {
  expect(await visitorProcesses(place.stateFolder), 'no visitor was started').toEqual([])
  expect(await journalState(place), 'the session before stays open').toBe('open')
}
