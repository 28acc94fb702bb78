import { randomUUID } from 'node:crypto'
import { errorCode } from '../../lib/durable-file.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import { type HeldFolder, holdFolder, unlock } from './held-folder.ts'

/** Each level keeps a folder open: what lies deeper is first moved up, so that no depth uses up our file descriptors. */
const levelsAtOnce = 16

const { promises: fs } = plainFs

/**
 * Empties a folder entry by entry: opens locked folders, goes round what is mounted, goes on past every error.
 * One call at a time, so that a drive that hangs holds up one of the threads that serve all files, not all of them.
 * @returns code of the first error that left something, or null when the folder is empty
 */
export async function removeCarefully(top: HeldFolder, signal: AbortSignal): Promise<string | null> {
  for (;;) {
    const pass: Pass = { top, signal, advanced: false, trouble: null }
    await empty(top, pass, 1)
    if (signal.aborted) return 'ETIMEDOUT'
    // What was moved up, or came meanwhile, is for the next pass; one that got nowhere is the last.
    if (!pass.advanced) return pass.trouble
  }
}

/** One walk through everything that is there. */
type Pass = { top: HeldFolder; signal: AbortSignal; advanced: boolean; trouble: string | null }

async function empty(folder: HeldFolder, pass: Pass, level: number): Promise<void> {
  await attempt(pass, async () => {
    await unlock(folder)
    for (const name of await fs.readdir(folder.path, { encoding: 'buffer' })) {
      if (pass.signal.aborted) return
      await attempt(pass, () => removeEntry(folder, name, pass, level))
    }
  })
}

async function removeEntry(parent: HeldFolder, name: Buffer, pass: Pass, level: number): Promise<void> {
  try {
    await fs.unlink(parent.at(name))
    pass.advanced = true
    return
  } catch (error) {
    if (errorCode(error) !== 'EISDIR') throw error
  }
  const folder = await holdFolder(parent.at(name))
  try {
    if (folder.mount !== parent.mount) throw Object.assign(new Error('mounted'), { code: 'EBUSY' })
    if (level === levelsAtOnce) {
      await unlock(folder)
      await fs.rename(parent.at(name), pass.top.at(Buffer.from(randomUUID())))
      pass.advanced = true
      return
    }
    await empty(folder, pass, level + 1)
  } finally {
    await folder.close()
  }
  await fs.rmdir(parent.at(name))
  pass.advanced = true
}

/** What is gone by itself is no trouble; the first real one is kept, since those that follow from it tell less. */
async function attempt(pass: Pass, action: () => Promise<void>): Promise<void> {
  try {
    await action()
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') pass.trouble ??= errorCode(error) || 'unknown error'
  }
}
