import { createHash, randomBytes } from 'node:crypto'
import { copyFile, mkdir, statfs, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { errorCode } from '../../lib/durable-file.ts'

/**
 * For the desktop's own print dialog, should a page ever get so far (main/visitor/print-guard.ts): it finds no printer,
 * and above all no « print to file ».
 */
const desktopSettings = '[Settings]\ngtk-print-backends=\n'

/** Where session roots may be: in memory first, so that nothing of a person ever reaches a disk. */
export type RootBase = { folder: string; medium: 'memory' | 'disk' }

const tmpfsMagic = 0x01021994
/** Room a visitor needs beside the person's documents, in bytes. */
const browserBytes = 250 * 1024 * 1024

/** Room a session needs in memory, its documents included. */
export function roomNeededMegabytes(quotaMegabytes: number): number {
  return quotaMegabytes + Math.ceil(browserBytes / 1_000_000)
}

/**
 * Every base a post may have used: recovery empties all of them, whichever the last start had chosen.
 * @param stateFolder two posts on one machine differ by it
 */
export function possibleBases(stateFolder: string, env: NodeJS.ProcessEnv = process.env): RootBase[] {
  const name = `estran-${createHash('sha256').update(stateFolder).digest('hex').slice(0, 12)}`
  const memory = process.platform === 'linux' ? [env.XDG_RUNTIME_DIR, '/dev/shm'] : []
  return [
    ...memory
      .filter((folder) => folder !== undefined && folder !== '')
      .map((folder) => ({ folder: join(folder as string, name), medium: 'memory' as const })),
    { folder: join(tmpdir(), name), medium: 'disk' as const },
  ]
}

/** The first base in memory with room for a session, else the one on disk. @param quotaBytes of the documents */
export async function chooseBase(bases: readonly RootBase[], quotaBytes: number): Promise<RootBase> {
  for (const base of bases) {
    if (base.medium === 'disk' || (await hasRoom(join(base.folder, '..'), quotaBytes))) return base
  }
  throw new Error('no folder for session roots')
}

async function hasRoom(folder: string, quotaBytes: number): Promise<boolean> {
  try {
    const { type, bavail, bsize } = await statfs(folder)
    return type === tmpfsMagic && bavail * bsize >= quotaBytes + browserBytes
  } catch {
    return false
  }
}

/** The one folder a visitor may write in, and what it is told about it. */
export type SessionRoot = { folder: string; env: Record<string, string> }

/**
 * Makes an empty session root that only this user can enter, with a home, temporary and XDG folders of its own.
 * @throws the file system's error
 */
export async function makeSessionRoot(
  base: RootBase,
  env: NodeJS.ProcessEnv = process.env,
): Promise<SessionRoot> {
  const folder = join(base.folder, randomBytes(8).toString('hex'))
  await mkdir(base.folder, { recursive: true, mode: 0o700 })
  await mkdir(folder, { mode: 0o700 })
  const at = (name: string) => join(folder, name)
  const places = {
    HOME: at('home'),
    TMPDIR: at('tmp'),
    XDG_CONFIG_HOME: at('config'),
    XDG_CACHE_HOME: at('cache'),
    XDG_DATA_HOME: at('data'),
    XDG_STATE_HOME: at('state'),
    XDG_RUNTIME_DIR: at('runtime'),
  }
  await Promise.all(Object.values(places).map((place) => mkdir(place, { mode: 0o700 })))
  await mkdir(join(places.XDG_CONFIG_HOME, 'gtk-3.0'), { mode: 0o700 })
  await writeFile(join(places.XDG_CONFIG_HOME, 'gtk-3.0/settings.ini'), desktopSettings)
  const visitorEnv: Record<string, string> = { ...places, ESTRAN_SESSION_ROOT: folder }
  const cookie = env.XAUTHORITY ?? join(homedir(), '.Xauthority')
  if (await copied(cookie, at('xauthority'))) visitorEnv.XAUTHORITY = at('xauthority')
  return { folder, env: visitorEnv }
}

/** A display without a cookie needs none: its absence is no error. */
async function copied(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}
