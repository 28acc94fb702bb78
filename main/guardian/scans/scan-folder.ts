import { errorCode } from '../../lib/durable-file.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import { folderByPath, type HeldFolder, holdFolder } from '../wipe/held-folder.ts'
import { mountDepth } from './mount-depth.ts'

/** What a look at a folder has shown: the names in it, as the file system has them, or why it cannot be told. */
export type Look = { is: 'there'; names: Buffer[]; identity: string } | { is: 'gone'; why: string }

/** One folder a scanner drops pages in. On a network drive it may be gone for a while. */
export type ScanFolder = {
  path: string
  look(): Promise<Look>
  /** @throws the file system's error; `ENOTDIR` for a link in its place */
  hold(): Promise<HeldFolder>
}

export function scanFolder(path: string): ScanFolder {
  let deepest = 0
  const hold = process.platform === 'win32' ? async () => folderByPath(path) : () => holdFolder(path)
  return {
    path,
    hold,
    look: async () => {
      try {
        const held = await hold()
        try {
          // Without its drive, the bare folder it was mounted on is empty, which proves nothing.
          const depth = await mountDepth(path)
          if (depth < deepest) return { is: 'gone', why: 'its drive is not mounted' }
          deepest = depth
          const { dev, ino } = await plainFs.promises.stat(held.path)
          const names = await plainFs.promises.readdir(held.path, { encoding: 'buffer' })
          return { is: 'there', names, identity: `${dev}:${ino}` }
        } finally {
          await held.close()
        }
      } catch (error) {
        return { is: 'gone', why: whys[errorCode(error)] ?? `it cannot be read (${errorCode(error)})` }
      }
    },
  }
}

const whys: Record<string, string> = {
  ENOENT: 'there is no such folder; is its drive connected?',
  ENOTDIR: 'a link or a file stands in its place',
  EACCES: 'the service user may not read it',
}
