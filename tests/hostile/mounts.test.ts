import { execFile, execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { expectWiped } from './expect-wiped.ts'
import { mountThings } from './mounts.ts'
import { placeNames } from './removers.ts'
import { rowOf } from './table.ts'
import type { Trial } from './trial.ts'

const run = promisify(execFile)
/** Anyone may mount in a namespace of their own, where they are root as far as mounts go. */
const newNamespace = process.getuid?.() === 0 ? ['--mount'] : ['--user', '--map-root-user', '--mount']
const noNamespaces = (() => {
  try {
    execFileSync('unshare', [...newNamespace, 'true'], { stdio: 'pipe' })
    return undefined
  } catch {
    return 'this system gives no mount namespace to this user'
  }
})()
const rows = mountThings.map((thing, index) => ({
  thing,
  index,
  row: thing.row,
  notHere: noNamespaces ?? thing.notHere?.(),
}))

async function trialInNamespace(index: number, place: string, remover: string): Promise<Trial> {
  const script = join(import.meta.dirname, 'in-namespace.ts')
  const { stdout } = await run('unshare', [
    ...newNamespace,
    process.execPath,
    script,
    `${index}`,
    place,
    remover,
  ])
  return JSON.parse(stdout)
}

const runs = rows.flatMap((row) => placeNames.map((place) => ({ ...row, place })))

test.for(runs)('$row in a $place: not entered, all beside it wiped', async (row, { task, skip }) => {
  if (row.notHere !== undefined) {
    task.meta.notHere = row.notHere
    skip()
  }
  const result = await trialInNamespace(row.index, row.place, 'right')
  task.meta.row = rowOf(row.thing, row.place, result)
  expectWiped(row.thing, result)
})

test.for(rows)(
  '$row: a remover that is wrong leaves something, or loses something',
  async (row, { skip }) => {
    if (row.notHere !== undefined) skip()
    const { after, outsideLost } = await trialInNamespace(row.index, 'session root', row.thing.wrong)
    const entered = after < (row.thing.left?.entries ?? 0) + 1
    const left = row.thing.left === undefined ? after > 0 : after > row.thing.left.entries + 1
    expect(outsideLost > 0 || entered || left).toBe(true)
  },
)
