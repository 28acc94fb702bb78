import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { removeCarefully } from '../../main/guardian/wipe/careful-removal.ts'
import { holdFolder } from '../../main/guardian/wipe/held-folder.ts'
import { emptyFolderOnLinux, removeTreeOnLinux } from '../../main/guardian/wipe/remove-tree.ts'
import { wrongRemovers } from './removers.ts'
import type { Row } from './table.ts'

const outsideCount = 3000

/**
 * Removes a tree again and again while two of its folders are swapped for links to a folder outside. In memory: the
 * faster the file system, the more often the swap meets the removal.
 */
async function race(
  remove: (root: string) => Promise<void>,
  seconds: number,
  enough = Number.POSITIVE_INFINITY,
): Promise<Omit<Row, 'row' | 'place'>> {
  const folder = await mkdtemp('/dev/shm/estran-race-')
  const root = join(folder, 'root')
  const outside = join(folder, 'outside')
  await mkdir(outside)
  fill(outside, outsideCount)
  const swapped = [join(root, 'a'), join(root, 'b', 'c')]
  const swappers = swapped.map((path) =>
    spawn(process.execPath, [join(import.meta.dirname, 'swapper.ts'), path, outside]),
  )
  try {
    await Promise.all(swappers.map((swapper) => once(swapper.stdout, 'data')))
    const lost = async () => outsideCount - (await readdir(outside)).length
    const start = performance.now()
    const elapsed = () => (performance.now() - start) / 1000
    let rounds = 0
    while (elapsed() < seconds && (await lost()) < enough) {
      for (const path of swapped) fill(path, 300)
      // What is swapped at the wrong moment may stay for the next round: here only the outside counts.
      await remove(root).catch(() => {})
      rounds++
    }
    for (const swapper of swappers) swapper.kill('SIGKILL')
    await Promise.all(swappers.map((swapper) => once(swapper, 'close')))
    await remove(root)
    const after = (await readdir(root).catch(() => [])).length
    const planted = `${rounds} rounds, 2 folders swapped`
    return { planted, before: rounds * 600, after, outsideLost: await lost(), seconds: elapsed() }
  } finally {
    for (const swapper of swappers) swapper.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  }
}

/** By a shell, whose `mkdir -p` does not mind what stands there. */
function fill(folder: string, count: number): void {
  try {
    execFileSync(
      'sh',
      ['-c', `mkdir -p "$0" && cd "$0" && seq ${count} | sed s/^/f/ | xargs touch`, folder],
      { stdio: 'ignore' },
    )
  } catch {
    // Swapped away meanwhile.
  }
}

async function carefully(root: string): Promise<void> {
  const held = await holdFolder(root)
  try {
    await removeCarefully(held, AbortSignal.timeout(25_000))
  } finally {
    await held.close()
  }
}

test.for([
  { place: 'session root', seconds: 60, remove: removeTreeOnLinux },
  { place: 'watched folder', seconds: 20, remove: emptyFolderOnLinux },
  { place: 'entry by entry', seconds: 20, remove: carefully },
])(
  '$place: a swap race of $seconds s loses nothing outside',
  async ({ place, seconds, remove }, { task }) => {
    const result = await race(remove, seconds)
    task.meta.row = { row: `swap race, ${seconds} s`, place, ...result }
    expect(result.before).toBeGreaterThan(0)
    expect(result.outsideLost).toBe(0)
    expect(result.after).toBe(0)
  },
)

test("Node's own removal loses files outside in the same race", async ({ task }) => {
  const result = await race(wrongRemovers.node, 60, 1)
  task.meta.row = { row: 'swap race, the wrong remover', place: "Node's fs.rm", ...result }
  expect(result.outsideLost).toBeGreaterThan(0)
})
