import { execFile } from 'node:child_process'
import { chmod, lstat, readdir, readFile, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { emptyFolderOnLinux, removeTreeOnLinux } from '../../main/guardian/wipe/remove-tree.ts'

const run = promisify(execFile)

/** What is under test, by the place it serves. */
export const removals = { 'session root': removeTreeOnLinux, 'watched folder': emptyFolderOnLinux } as const
export type PlaceName = keyof typeof removals
export const placeNames = Object.keys(removals) as PlaceName[]

/** Removers that are wrong, each in its own way: with one of them every row must fail. */
export const wrongRemovers = {
  /** Says it did. */
  lazy: async () => {},
  /** Takes what a link points to for what is there, and unlocks it. */
  follower: (root: string) => removeByPath(root, stat, 0, (path) => chmod(path, 0o600)),
  /** Takes every name for text. */
  text: (root: string) => removeByPath(root, lstat, 0),
  /** Overwrites before it removes. */
  shredder: (root: string) => removeByPath(root, lstat, 0, (path) => writeFile(path, '')),
  /** Looks into what it removes. */
  opener: (root: string) => removeByPath(root, lstat, 0, (path) => readFile(path).then(() => {})),
  /** Enters what is mounted. */
  rm: (root: string) => run('rm', ['-rf', '--', root]).then(() => {}),
  /** Enters what is mounted from the same device. */
  rmOneFileSystem: (root: string) => run('rm', ['-rf', '--one-file-system', '--', root]).then(() => {}),
  /** Node's own: whole paths, names as text. */
  node: (root: string) => rm(root, { recursive: true, force: true }),
} as const
export type WrongRemover = keyof typeof wrongRemovers

async function removeByPath(
  path: string,
  look: typeof lstat,
  level: number,
  first: (file: string) => Promise<void> = async () => {},
): Promise<void> {
  const isFolder = await look(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  if (isFolder && level < 8) {
    const names = await readdir(path)
    for (const name of names) await removeByPath(join(path, name), look, level + 1, first).catch(() => {})
    await rmdir(path).catch(() => unlink(path))
  } else {
    await first(path)
    await unlink(path)
  }
}
