import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { findProcessesInProc } from '../../main/guardian/wipe/processes.ts'
import { processesPlace } from '../../main/guardian/wipe/processes-place.ts'
import { removeTreeOnLinux } from '../../main/guardian/wipe/remove-tree.ts'
import { sessionRootPlace } from '../../main/guardian/wipe/session-root-place.ts'
import { onceWiped } from '../../main/guardian/wipe/wipe.ts'
import { systemScheduler } from '../../main/lib/scheduler.ts'
import { entriesIn, makeGround } from './ground.ts'

/** @param stopsWriters whether the writers' place is wiped first, as in a session */
async function flood(stopsWriters: boolean) {
  const ground = await makeGround()
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'flood.ts'), ground.root])
  const closed = once(writer, 'close')
  try {
    const [rate] = await once(writer.stdout, 'data')
    const before = entriesIn(ground.root)
    const start = performance.now()
    const root = sessionRootPlace(ground.root, removeTreeOnLinux)
    const places = stopsWriters ? [processesPlace(ground.root, findProcessesInProc), root] : [root]
    const verdict = await onceWiped(places, systemScheduler)()
    const seconds = (performance.now() - start) / 1000
    await pause(500)
    const after = entriesIn(ground.root)
    const outsideLost = await ground.outsideLost()
    return {
      megabytesPerSecond: Number(String(rate)),
      before,
      after,
      outsideLost,
      seconds,
      outcome: verdict.places[places.length - 1],
    }
  } finally {
    writer.kill('SIGKILL')
    await closed
    await ground.clear()
  }
}

test('a writer at 50 MB/s is stopped first, and all it wrote is gone', async ({ task }) => {
  const { megabytesPerSecond, ...result } = await flood(true)
  const { outcome, ...counts } = result
  task.meta.row = {
    row: 'a writer during the wipe',
    place: 'session root',
    planted: `${megabytesPerSecond} MB/s`,
    ...counts,
  }
  expect(megabytesPerSecond).toBeGreaterThan(40)
  expect(result.before).toBeGreaterThan(50)
  expect(result.after).toBe(0)
  expect(result.outsideLost).toBe(0)
  expect(outcome).toMatchObject({ is: 'absent' })
})

test('a writer that is not stopped leaves something', async () => {
  expect((await flood(false)).after).toBeGreaterThan(0)
})
