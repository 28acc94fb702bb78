import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../bench/statistics.ts'
import { newToken } from '../canaries/token.ts'
import { expect, test } from './ground.ts'
import { findCanary, sessionsCounted, writableFolders } from './left.ts'
import { type Look, look } from './look.ts'
import { startRun } from './run.ts'
import { begin, end, plant } from './visit.ts'

/** `ESTRAN_SESSIONS=200` for the whole run. */
const sessions = Number(process.env.ESTRAN_SESSIONS || 25)
/** What is made once and kept, such as caches of code, is there by then. */
const warmUp = 5
const tenth = Math.ceil((sessions - warmUp) / 10)
const looksInTenth = 3

/** What must stay as it was, and how much it may vary: less than what one thing left by each session would come to. */
const figures: [name: string, of: keyof Look, most: ((before: number) => number) | null][] = [
  // Told, not judged: the more programs of this kind run on the machine, the smaller is the share.
  ['memory of all processes, MB (with their share of code)', 'memory', null],
  ['memory of all processes, MB (what they made themselves)', 'ownMemory', (before) => before * 1.1],
  ['memory of the guardian’s process alone, MB', 'guardianMemory', (before) => before + 15],
  ['file descriptors of the guardian’s process', 'guardianDescriptors', (before) => before + 3],
  ['file descriptors of all processes', 'descriptors', (before) => before + 10],
  ['processes', 'processes', (before) => before],
  ['session roots, the spare’s', 'roots', () => 1],
  ['entries of home and temporary folders', 'temporary', (before) => before + 3],
  ['entries of the state folder', 'kept', (before) => before + 3],
]

test(`${sessions} sessions in a row leave memory, file descriptors, processes and temporary files as they were`, async ({
  place,
  sites,
  table,
}) => {
  test.setTimeout(120_000 + sessions * 15_000)
  const home = await mkdtemp(join(tmpdir(), 'estran-home-'))
  const run = await startRun(place, { HOME: home })
  await run.until('welcome')

  const first: Look[] = []
  const last: Look[] = []
  const firstLooks = spread(warmUp + 1, warmUp + tenth)
  const lastLooks = spread(sessions - tenth + 1, sessions)
  let token = ''
  for (let session = 1; session <= sessions; session += 1) {
    token = newToken()
    expect(await begin(run), `session ${session}`).toBe('active')
    // One that is logged out of: that, too, is done each time.
    const service = { id: 'allocations', origin: sites.allocations.origin }
    expect(await plant(place, service, token)).toBeGreaterThan(0)
    expect(await end(run), `session ${session}`).toBe('welcome')
    if (firstLooks.includes(session)) first.push(await look(run, place, home))
    if (lastLooks.includes(session)) last.push(await look(run, place, home))
  }
  await expect.poll(() => sessionsCounted(place)).toBe(sessions)
  expect(await findCanary([home, ...writableFolders(place)], token)).toEqual([])
  await run.cutPower()
  await rm(home, { recursive: true, force: true })

  const { row } = table(`${sessions} sessions in a row: as it was`)
  const failures: unknown[] = []
  for (const [name, of, most] of figures) {
    const [before, after] = [first, last].map((looks) => median(looks.map((one) => one[of])))
    await row(name, async () => {
      if (before === undefined || after === undefined) throw new Error('nothing was looked at')
      const told = `first tenth ${Math.round(before)}, last tenth ${Math.round(after)}`
      if (most === null) return told
      const judged = `${told}, at most ${Math.round(most(before))}`
      if (after > most(before)) throw new Error(judged)
      return judged
    }).catch((error: unknown) => failures.push(error))
  }
  expect(failures).toEqual([])
})

/** A few sessions between two, both included. */
function spread(from: number, to: number): number[] {
  const every = Math.max(1, (to - from) / (looksInTenth - 1))
  const all = Array.from({ length: looksInTenth }, (_each, index) => Math.round(from + index * every))
  return all.filter((session) => session <= to)
}
