import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { expectWiped } from './expect-wiped.ts'
import { type PlaceName, placeNames } from './removers.ts'
import { rowOf } from './table.ts'
import { type HostileThing, trial } from './trial.ts'

const run = promisify(execFile)

/** The right removal, whose system calls fail: strace stands in for a broken disk. @param fault as `strace -e inject` takes it */
const withFault = (place: PlaceName, fault: string) => async (root: string) => {
  const script = join(import.meta.dirname, 'remove.ts')
  const log = join(root, '..', 'trace')
  const calls = fault.split(':')[0] ?? ''
  const traced = ['-f', '-qq', '-o', log, '-e', `trace=${calls}`, '-e', `inject=${fault}`]
  const { stdout } = await run('strace', [...traced, process.execPath, script, place, root])
  expect(await readFile(log, 'utf8')).toContain('(INJECTED)')
  if (stdout !== '') throw Object.assign(new Error('something is left'), { code: stdout })
}

const plant: HostileThing['plant'] = async ({ root }) => {
  for (let index = 0; index < 20; index++) await writeFile(join(root, `${index}`), 'x')
}

const faults: (Omit<HostileThing, 'plant'> & { fault: string })[] = [
  { row: 'I/O error, once', planted: 'the 3rd removal fails', fault: 'unlink,unlinkat:error=EIO:when=3' },
  {
    row: 'I/O error, for ever',
    planted: 'every removal of a file fails',
    fault: 'unlink,unlinkat:error=EIO',
    left: { entries: 23, why: 'EIO' },
  },
  {
    row: 'I/O error, unreadable folders',
    planted: 'every listing fails',
    fault: 'getdents64:error=EIO',
    left: { entries: 23, why: 'EIO' },
  },
]

test.for(faults.flatMap((fault) => placeNames.map((place) => ({ ...fault, place }))))(
  '$row in a $place: gone on past, or told',
  async ({ fault, place, ...thing }, { task }) => {
    const result = await trial({ ...thing, plant }, place, withFault(place, fault))
    task.meta.row = rowOf(thing, place, result)
    expectWiped(thing, result)
  },
)
