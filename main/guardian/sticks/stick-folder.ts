import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { StickEntry } from '../../../app/sticks/stick.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import { folderByPath, type HeldFolder, holdFolder } from '../wipe/held-folder.ts'

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants

/** A stick may hold more than anybody reads. */
const mostEntries = 2000

/**
 * Opens a folder of a stick: never by a link, never beyond the stick itself.
 * @param path names from its root @throws the file system's error; `EXDEV` for what is mounted inside it
 */
export async function holdOnStick(root: string, path: readonly string[]): Promise<HeldFolder> {
  const hold = (folder: string | Buffer) =>
    process.platform === 'win32' ? folderByPath(folder.toString()) : holdFolder(folder)
  let held = await hold(root)
  for (const name of path) {
    const outer = held
    try {
      held = await hold(outer.at(Buffer.from(name)))
    } finally {
      await outer.close()
    }
    if (held.mount === outer.mount) continue
    await held.close()
    throw Object.assign(new Error('a folder of a stick leads out of it'), { code: 'EXDEV' })
  }
  return held
}

/** What lies in a folder: folders first, each in the order of its name. Hidden files and what is no file are left out. */
export async function listFolder(folder: HeldFolder): Promise<StickEntry[]> {
  const names = await plainFs.promises.readdir(folder.path, { encoding: 'buffer' })
  const shown = names.filter(isReadable).slice(0, mostEntries)
  const entries = await Promise.all(shown.map((name) => entryOf(folder, name).catch(() => null)))
  return entries.filter((entry) => entry !== null).sort(byKindAndName)
}

/** Opens a file to read it: a link or a pipe is refused, by the file system or here. */
export async function openFile(folder: HeldFolder, name: string): Promise<FileHandle> {
  const path = folder.at(Buffer.from(name))
  const file = await plainFs.promises.open(path, O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0))
  if ((await file.stat()).isFile()) return file
  await file.close()
  throw Object.assign(new Error('not a file'), { code: 'EINVAL' })
}

async function entryOf(folder: HeldFolder, name: Buffer): Promise<StickEntry | null> {
  const stats = await plainFs.promises.lstat(folder.at(name))
  if (stats.isDirectory()) return { name: name.toString(), kind: 'folder', bytes: 0 }
  return stats.isFile() ? { name: name.toString(), kind: 'file', bytes: stats.size } : null
}

/** A name that is no UTF-8 could not be asked for again. */
function isReadable(name: Buffer): boolean {
  return name[0] !== 0x2e && Buffer.from(name.toString()).equals(name)
}

function byKindAndName(one: StickEntry, other: StickEntry): number {
  if (one.kind !== other.kind) return one.kind === 'folder' ? -1 : 1
  return one.name.localeCompare(other.name, 'fr', { numeric: true })
}
