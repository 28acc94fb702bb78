import { execFileSync } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { emptyFolderOnLinux } from '../../main/guardian/wipe/remove-tree.ts'
import type { Ground } from './ground.ts'
import type { Row } from './table.ts'

const rounds = 5
const folders = 20
const filesPerFolder = 1000

/** A watched folder on disk, emptied and listed again. */
export async function measureDeletion(ground: Ground): Promise<Row[]> {
  const folder = ground.profile('scans')
  const [ours, others]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    await fill(folder)
    ours.push(await timeOf(() => emptyAndList(folder)))
    await fill(folder)
    others.push(await timeOf(async () => execFileSync('rm', ['-rf', folder])))
  }
  const what = `${(folders * filesPerFolder).toLocaleString('en')} files on disk, deleted safely and re-listed`
  return [{ what, unit: 'ms', ours, against: { what: 'GNU rm -rf', values: others }, goal: 1.2 }]
}

async function fill(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const make = `for d in $(seq ${folders}); do mkdir "$d" && (cd "$d" && seq ${filesPerFolder} | xargs touch); done`
  execFileSync('sh', ['-c', make], { cwd: folder })
}

async function emptyAndList(folder: string): Promise<void> {
  await emptyFolderOnLinux(folder)
  const left = await readdir(folder)
  if (left.length > 0) throw new Error(`${left.length} entries were left`)
}

/** In milliseconds. */
async function timeOf(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await action()
  return performance.now() - start
}
