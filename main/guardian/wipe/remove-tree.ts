import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * Removes a folder and all below it, never following a link, never crossing into another mount, even while names are
 * swapped under it. A folder that is not there is no error.
 * @throws an error whose code tells why something is left
 */
export type RemoveTree = (root: string) => Promise<void>

/**
 * GNU `rm`, which walks by directory handles: Node's own recursive removal loses files outside its root in a swap
 * race and deletes what is mounted below it.
 */
export const removeTreeWithGnuRm: RemoveTree = async (root) => {
  if (await removed(root)) return
  await unlockFolders(root)
  // Its own message would name files: the read-back counts them instead.
  if (!(await removed(root))) throw Object.assign(new Error('rm left something'), { code: 'RM_INCOMPLETE' })
}

async function removed(root: string): Promise<boolean> {
  try {
    await run('/usr/bin/rm', ['-rf', '--one-file-system', '--', root])
    return true
  } catch {
    return false
  }
}

/** A folder its owner may not write in keeps its content even from `rm -rf`. Folders only: links are left alone. */
async function unlockFolders(root: string): Promise<void> {
  const locked = ['-xdev', '-type', 'd', '!', '-perm', '-700', '-exec', 'chmod', 'u+rwx', '{}', ';']
  await run('/usr/bin/find', [root, ...locked]).catch(() => {})
}

/** On Windows nothing can be swapped for a link without a privilege the service user lacks. */
export const removeTreeOnWindows: RemoveTree = (root) =>
  rm(root, { recursive: true, force: true, maxRetries: 5 })
