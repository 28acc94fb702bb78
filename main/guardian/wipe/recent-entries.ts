import { execFile } from 'node:child_process'
import { realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { errorCode } from '../../lib/durable-file.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import { type HeldFolder, holdFolder, mountsBelow } from './held-folder.ts'

const run = promisify(execFile)
/** Less than a place has: what was given up must not go on removing when the next person sits down. */
const limitMilliseconds = 20_000

/** Entries of a folder that is shared with the machine: where they lie, how deep, and which names count. */
export type Spot = {
  /** A folder that may be reached by links: it is the machine's. */
  base: string
  /** The way from there; a link on it is refused. */
  below: string
  /** 1 for entries of the folder itself, 2 for those of its folders. */
  depth: 1 | 2
  /** What the names begin with that count; without it, any does. */
  prefix?: string
}

/** What is there of this user's that was made or changed since; a folder that is not there holds nothing. */
export async function recentEntries(spot: Spot, since: Date): Promise<string[]> {
  const look = (folder: HeldFolder) =>
    spot.depth === 1 ? topEntries(folder, spot, since) : allEntries(folder, spot, since)
  return (await inSpot(spot, look)) ?? []
}

/** Read by ourselves: to start a program for each of these folders would keep the next person waiting. */
async function topEntries(folder: HeldFolder, { prefix = '' }: Spot, since: Date): Promise<string[]> {
  // As bytes: a name need not be text.
  const all = await plainFs.promises.readdir(folder.path, { encoding: 'buffer' })
  const named = all.filter((name) => name.toString().startsWith(prefix))
  const isRecent = async (name: Buffer) => {
    try {
      const { uid, ctimeMs } = await plainFs.promises.lstat(folder.at(name))
      return uid === process.getuid?.() && ctimeMs > since.getTime()
    } catch (error) {
      // Others make and remove files in the same folder meanwhile.
      if (errorCode(error) === 'ENOENT') return false
      throw error
    }
  }
  const recent = await Promise.all(named.map(isRecent))
  return named.filter((_name, index) => recent[index]).map((name) => name.toString())
}

async function allEntries(folder: HeldFolder, spot: Spot, since: Date): Promise<string[]> {
  return namesIn(await find(folder, spot, since, listed))
}

const listed = ['-printf', '%P\\0']
const namesIn = (list: string) => list.split('\0').filter((name) => name !== '')

/**
 * Removes it, with all below it. By GNU `find` and `rm`, which walk by directory handles; from a folder that we hold,
 * so that no path is looked up twice.
 * @param only these names, where not all that is recent is to go
 * @throws an error with a code, when something of it is left
 */
export async function removeRecentEntries(spot: Spot, since: Date, only?: readonly string[]): Promise<void> {
  await inSpot(spot, async (folder) => {
    // `rm` keeps to one device, but a bind mount has the device of what is around it.
    const mounts = await mountsBelow(folder)
    const found = mounts.length === 0 ? [] : await allEntries(folder, spot, since)
    const mounted = found.filter((name) => mounts.some((mount) => `${mount}/`.startsWith(`${name}/`)))
    const others = mounted.flatMap((name) => ['!', '-path', `./${literally(name)}`])
    const wanted = only === undefined ? [] : anyNamed(only.map(literally))
    await find(folder, spot, since, [...wanted, ...others, '-execdir', ...removal, '{}', '+'])
    if (mounted.length > 0) throw failed('EBUSY')
  })
}

const removal = ['/usr/bin/rm', '-rf', '--one-file-system', '--preserve-root=all', '--']

/** A shell pattern that means one name. */
const literally = (name: string) => name.replace(/[\\*?[]/g, '\\$&')

/** @param patterns of the shell */
const anyNamed = (patterns: readonly string[]) => [
  '(',
  ...patterns.flatMap((pattern, index) => [...(index === 0 ? [] : ['-o']), '-name', pattern]),
  ')',
]

async function find(
  folder: HeldFolder,
  { depth, prefix }: Spot,
  since: Date,
  then: readonly string[],
): Promise<string> {
  const level = ['-mindepth', `${depth}`, '-maxdepth', `${depth}`]
  // By change time: of all times of a file, the one that no program can set.
  const recent = ['-user', `${process.getuid?.()}`, '-newerct', `@${since.getTime() / 1000}`]
  const args = [
    '.',
    '-xdev',
    // Others make and remove files in the same folder meanwhile.
    '-ignore_readdir_race',
    ...level,
    ...(prefix === undefined ? [] : ['-name', `${literally(prefix)}*`]),
    ...recent,
    ...then,
  ]
  const options = {
    cwd: folder.path,
    env: { PATH: '/usr/bin:/bin' },
    timeout: limitMilliseconds,
    maxBuffer: 2 ** 26,
  }
  for (let tries = 1; ; tries += 1) {
    try {
      const { stdout } = await run('/usr/bin/find', args, { ...options, killSignal: 'SIGKILL' })
      return stdout
    } catch (error) {
      // A folder that another program removes while it is looked at is told as an error all the same: looked at again.
      if (tries < 3 && errorCode(error) === '1') continue
      // Its own message would hold names.
      throw failed('FIND_INCOMPLETE')
    }
  }
}

/** Uses the folder while it is held open. @returns null when there is no such folder */
async function inSpot<T>({ base, below }: Spot, use: (folder: HeldFolder) => Promise<T>): Promise<T | null> {
  try {
    // A single file can be mounted too, and then the top of a mount is no folder.
    if (!(await stat(base)).isDirectory()) return null
    const path = join(await realpath(base), below)
    const folder = await holdFolder(path)
    try {
      // Held by a path that led here through a link: what is in it is not where it seems to be.
      if ((await plainFs.promises.readlink(folder.path)) !== path) throw failed('ELOOP')
      return await use(folder)
    } finally {
      await folder.close()
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function failed(code: string): Error {
  return Object.assign(new Error('a folder could not be emptied of what is recent'), { code })
}
