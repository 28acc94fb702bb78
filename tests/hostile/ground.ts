import { execFile, execFileSync } from 'node:child_process'
import { chmod, lstat, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Files outside the place, none of which a wipe may touch. */
const outsideCount = 20

/** A folder to wipe, beside one that is none of its business. */
export type Ground = {
  folder: string
  root: string
  outside: string
  outsideFiles: readonly string[]
  /** Files outside that are gone or no longer what they were. */
  outsideLost(): Promise<number>
  clear(): Promise<void>
}

/** @param base where to make it: a temporary folder, unless a row brings a file system of its own */
export async function makeGround(base = tmpdir()): Promise<Ground> {
  const folder = await mkdtemp(join(base, 'estran-hostile-'))
  const root = join(folder, 'root')
  const outside = join(folder, 'outside')
  await mkdir(join(root, 'profile', 'deep'), { recursive: true })
  await writeFile(join(root, 'profile', 'deep', 'Cookies'), 'x')
  await mkdir(outside)
  const files = Array.from({ length: outsideCount }, (_, index) => join(outside, `kept-${index}`))
  for (const file of files) await writeFile(file, file)
  for (const file of files) await chmod(file, 0o640)
  const isKept = async (file: string) => {
    const [text, { mode }] = await Promise.all([readFile(file, 'utf8'), lstat(file)])
    return text === file && (mode & 0o777) === 0o640
  }
  return {
    folder,
    root,
    outside,
    outsideFiles: files,
    outsideLost: async () => {
      const kept = await Promise.all(files.map((file) => isKept(file).catch(() => false)))
      return kept.filter((whole) => !whole).length
    },
    clear: async () => {
      await run('chattr', ['-R', '-i', folder]).catch(() => {})
      await run('chmod', ['-R', 'u+rwx', folder]).catch(() => {})
      await run('rm', ['-rf', '--one-file-system', folder]).catch(() => {})
    },
  }
}

/** Entries in a folder, itself among them, as another program sees them; a folder that is not there has none. */
export function entriesIn(folder: string): number {
  const args = [folder, '-printf', 'x']
  try {
    return execFileSync('find', args, { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e9 }).length
  } catch (error) {
    // It could not look everywhere: what it did see counts.
    return (error as { stdout?: Buffer }).stdout?.length ?? 0
  }
}
