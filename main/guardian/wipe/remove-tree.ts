import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { errorCode } from '../../lib/durable-file.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import { removeCarefully } from './careful-removal.ts'
import { type HeldFolder, hasMountsBelow, holdFolder, unlock } from './held-folder.ts'

const { promises: fs } = plainFs
const run = promisify(execFile)

/** Less than a place has: what was given up must not go on removing when the next person sits down. */
const limitMilliseconds = 25_000

/**
 * Removes all below a folder, never following a link, never entering another mount, even while names are swapped under
 * it; and goes on past what cannot be removed. A folder that is not there is no error.
 * @param folder an absolute path without `.` or `..`; a `/` at its end changes nothing
 * @throws an error whose code tells why something is left
 */
export type Removal = (folder: string) => Promise<void>

/** Removes a folder with all below it. A link in its place goes, what it points to stays. */
export type RemoveTree = Removal

/** Removes all below a folder and keeps the folder. A link in its place is refused. */
export type EmptyFolder = Removal

export const removeTreeOnLinux: RemoveTree = async (root) => {
  const path = plainPath(root)
  try {
    if ((await fs.lstat(path)).isDirectory()) {
      await emptyFolderOnLinux(path)
      await fs.rmdir(path)
    } else await fs.unlink(path)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

export const emptyFolderOnLinux: EmptyFolder = async (folder) => {
  const held = await holdFolder(plainPath(folder)).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
  })
  if (held === undefined) return
  try {
    await unlock(held)
    const signal = AbortSignal.timeout(limitMilliseconds)
    if (await removedQuickly(held, signal)) return
    const trouble = await removeCarefully(held, signal)
    // Its message would name files: the read-back counts them instead.
    if (trouble !== null) throw Object.assign(new Error('something is left'), { code: trouble })
  } finally {
    await held.close()
  }
}

/**
 * By GNU `find`, which walks by directory handles too and, as another process, neither takes our time nor hangs us.
 * It stays on one device, but a bind mount has the device of what is around it: any mount is for the careful way.
 * @returns whether nothing is left
 */
async function removedQuickly(folder: HeldFolder, signal: AbortSignal): Promise<boolean> {
  try {
    if (await hasMountsBelow(folder)) return false
    // Its working directory is the folder we hold: no path is looked up a second time.
    const killed = { cwd: folder.path, signal, killSignal: 'SIGKILL' as const }
    await run('/usr/bin/find', ['.', '-xdev', '-mindepth', '1', '-delete'], killed)
    return (await fs.readdir(folder.path)).length === 0
  } catch {
    return false
  }
}

/** @throws `EINVAL` for a path that could lead elsewhere than it seems to */
function plainPath(path: string): string {
  const plain = path.replace(/\/+$/, '')
  const [first, ...parts] = plain.split('/')
  const isPlain =
    first === '' &&
    parts.length > 0 &&
    parts[0] !== '' &&
    !parts.some((part) => part === '.' || part === '..')
  if (isPlain) return plain
  throw Object.assign(new Error('not an absolute path'), { code: 'EINVAL' })
}

/** On Windows nothing can be swapped for a link without a privilege the service user lacks. */
export const removeTreeOnWindows: RemoveTree = (root) =>
  fs.rm(root, { recursive: true, force: true, maxRetries: 5 })

export const emptyFolderOnWindows: EmptyFolder = async (folder) => {
  // A junction is told as a link, too.
  if (!(await fs.lstat(folder)).isDirectory())
    throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' })
  const names = await fs.readdir(folder)
  const removals = await Promise.allSettled(names.map((name) => removeTreeOnWindows(join(folder, name))))
  const failed = removals.find((removal) => removal.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
