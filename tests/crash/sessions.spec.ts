import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryAtRest } from '../bench/memory.ts'
import { processTree } from '../canaries/processes.ts'
import { newToken } from '../canaries/token.ts'
import { sessionRoots } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import { expect, test } from './ground.ts'
import { sessionsCounted } from './left.ts'
import { type Run, startRun } from './run.ts'
import { printTable } from './table.ts'
import { begin, end, plant } from './visit.ts'

/** `ESTRAN_SESSIONS=200` for the whole run. */
const sessions = Number(process.env.ESTRAN_SESSIONS || 25)
/** What is made once and kept, such as caches of code, is there by then. */
const warmUp = 5
const samples = 5

test(`${sessions} sessions in a row leave memory, file descriptors, processes and temporary files as they were`, async ({
  place,
  sites,
}) => {
  test.setTimeout(120_000 + sessions * 15_000)
  const folder = await mkdtemp(join(tmpdir(), 'estran-own-'))
  const [home, temporary] = [join(folder, 'home'), join(folder, 'tmp')]
  for (const made of [home, temporary]) await mkdir(made)
  const run = await startRun(place, { HOME: home, TMPDIR: temporary })
  await run.until('welcome')

  const looks: Look[] = []
  for (let session = 1; session <= sessions; session += 1) {
    expect(await begin(run), `session ${session}`).toBe('active')
    expect(await plant(place, sites.allocations, newToken())).toBeGreaterThan(0)
    expect(await end(run), `session ${session}`).toBe('welcome')
    const isSampled =
      session === warmUp || (session - warmUp) % Math.ceil((sessions - warmUp) / samples) === 0
    if (session >= warmUp && (isSampled || session === sessions))
      looks.push(await look(session, run, place, [home, temporary]))
  }
  printTable(
    [
      'sessions',
      'memory, MB',
      'guardian alone, MB',
      'file descriptors',
      'processes',
      'session roots',
      'files kept',
    ],
    looks.map((one) => [
      one.session,
      ...[one.memory, one.guardian].map(Math.round),
      one.descriptors,
      one.processes,
      one.roots,
      one.files,
    ]),
  )
  await expect.poll(() => sessionsCounted(place)).toBe(sessions)
  await run.cutPower()
  await rm(folder, { recursive: true, force: true })

  const [first, last] = [looks[0], looks.at(-1)]
  if (first === undefined || last === undefined) throw new Error('nothing was looked at')
  expect(last.memory, 'memory').toBeLessThan(first.memory * 1.1)
  expect(last.descriptors, 'file descriptors').toBeLessThanOrEqual(first.descriptors + 3)
  expect(last.processes, 'processes').toBe(first.processes)
  expect(last.roots, 'the spare’s session root alone').toBe(1)
  expect(last.files, 'files').toBeLessThanOrEqual(first.files + 3)
})

type Look = {
  session: number
  /** Proportional set size of all processes, the spare's included, in megabytes. */
  memory: number
  guardian: number
  descriptors: number
  processes: number
  roots: number
  /** Everything in its home, temporary and state folders. */
  files: number
}

/** At welcome, with the spare ready and everything at rest. */
async function look(session: number, run: Run, place: Place, folders: readonly string[]): Promise<Look> {
  const memory = await memoryAtRest(() => processTree(run.id))
  const files = await Promise.all(
    [place.stateFolder, ...folders].map((folder) => readdir(folder, { recursive: true })),
  )
  return {
    session,
    memory,
    guardian: await memoryAtRest(() => [run.id]),
    descriptors: readdirSync(`/proc/${run.id}/fd`).length,
    processes: processTree(run.id).length,
    roots: sessionRoots(place.stateFolder).length,
    files: files.flat().length,
  }
}
