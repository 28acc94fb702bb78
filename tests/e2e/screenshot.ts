import { execFile } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Long enough for a page to be drawn after its state has changed. */
const settleMilliseconds = 600

/** Pictures of the whole screen, as a person sees it, numbered in the order they were taken. */
export async function startAlbum(folder: string): Promise<(name: string) => Promise<void>> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  let number = 0
  return async (name) => {
    await pause(settleMilliseconds)
    number += 1
    await run('import', ['-window', 'root', join(folder, `${String(number).padStart(2, '0')}-${name}.png`)])
  }
}
