import { constants } from 'node:fs'
import { join } from 'node:path'
import { plainFs } from '../../lib/plain-fs.ts'
import { readMounts } from './mounts.ts'

/** Linux's `O_PATH`, which Node does not name: it holds a folder that may not even be read. */
const holdOnly = 0o10000000

/**
 * A folder held open. A name below it is looked up in this very folder, whatever has become of its path since: what
 * `openat` and `unlinkat` are for, which Node lacks and `/proc/self/fd` stands in for.
 */
export type HeldFolder = {
  /** The folder itself, as a path. */
  path: string
  /**
   * Path of an entry, while the folder is held: the last part of a path is the only one that a link could stand in for.
   * A name may say much of a person: none of these paths stays in memory once the folder is let go.
   */
  at(name: Buffer): Buffer
  /** The mount it lies in: a bind mount has one of its own, though its device is that of the folders around it. */
  mount: string
  close(): Promise<void>
}

/**
 * Opens a folder, never by a link in the last part of its path.
 * @throws the file system's error: `ENOTDIR` for a link
 */
export async function holdFolder(path: string | Buffer): Promise<HeldFolder> {
  const { O_DIRECTORY, O_NOFOLLOW } = constants
  const handle = await plainFs.promises.open(path, holdOnly | O_DIRECTORY | O_NOFOLLOW)
  try {
    const told = await plainFs.promises.readFile(`/proc/self/fdinfo/${handle.fd}`, 'latin1')
    const self = `/proc/self/fd/${handle.fd}`
    const paths: Buffer[] = []
    return {
      path: self,
      at: (name) => {
        const path = Buffer.concat([Buffer.from(`${self}/`), name])
        paths.push(path)
        return path
      },
      mount: /^mnt_id:\s*(\d+)$/m.exec(told)?.[1] ?? '',
      close: () => {
        for (const path of paths) path.fill(0)
        return handle.close()
      },
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** A folder that is looked up each time: on Windows, where nothing can be swapped for a link without a privilege. */
export function folderByPath(path: string): HeldFolder {
  return { path, at: (name) => Buffer.from(join(path, name.toString())), mount: '', close: async () => {} }
}

/** Lets its owner list it and take things out of it; who is not its owner is told by the attempt to do so. */
export async function unlock(folder: HeldFolder): Promise<void> {
  const { mode } = await plainFs.promises.stat(folder.path)
  if ((mode & 0o700) !== 0o700) await plainFs.promises.chmod(folder.path, mode | 0o700).catch(() => {})
}

/** Whether something is mounted anywhere below a folder. */
export async function hasMountsBelow(folder: HeldFolder): Promise<boolean> {
  return (await mountsBelow(folder)).length > 0
}

/** Where below a folder something is mounted: paths from there. */
export async function mountsBelow(folder: HeldFolder): Promise<string[]> {
  const inside = `${await plainFs.promises.readlink(folder.path)}/`
  const points = (await readMounts()).map(({ point }) => point)
  return points.filter((point) => point.startsWith(inside)).map((point) => point.slice(inside.length))
}
