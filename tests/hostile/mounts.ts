import { execFileSync, spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Thing } from './things.ts'

/** What a mount has to be planted with, in a mount namespace of the row's own. */
export type MountThing = Thing & {
  /** Options of a small file system in memory the whole ground lies on. */
  memory?: string
  /** Why this machine cannot mount it, for this user. */
  notHere?(): string | undefined
}

const isRoot = process.getuid?.() === 0
const mount = (...args: string[]) => execFileSync('mount', args, { stdio: ['ignore', 'ignore', 'pipe'] })
const unmount = (point: string) => execFileSync('umount', ['--lazy', point])

/** Three files, which must all be there after the wipe: with the folder they are four entries. */
async function fill(folder: string): Promise<void> {
  for (const name of ['a', 'b', 'c']) await writeFile(join(folder, name), name)
}

function programMissing(...names: string[]): string | undefined {
  const missing = names.find(
    (name) => !['/usr/bin', '/usr/sbin'].some((folder) => existsSync(join(folder, name))),
  )
  return missing === undefined ? undefined : `${missing} is not installed`
}

function fuseMissing(): string | undefined {
  try {
    accessSync('/dev/fuse', constants.R_OK | constants.W_OK)
  } catch {
    return 'this user may not open /dev/fuse'
  }
  return programMissing('bindfs')
}

async function plantFuse(
  root: string,
  outside: string,
): Promise<{ point: string; server: ReturnType<typeof spawn> }> {
  const point = join(root, 'fuse')
  await mkdir(point)
  const server = spawn('bindfs', ['-f', outside, point])
  while (!existsSync(join(point, 'kept-0'))) await pause(10)
  return { point, server }
}

/** Mounts a file system in memory, with files in it. @returns where */
async function mountFilled(point: string): Promise<string> {
  await mkdir(point, { recursive: true })
  mount('-t', 'tmpfs', 'tmpfs', point)
  await fill(point)
  return point
}

export const mountThings: MountThing[] = [
  {
    row: 'a mount inside',
    planted: 'tmpfs with 3 files',
    wrong: 'rm',
    left: { entries: 4, why: 'EBUSY' },
    plant: async ({ root }) => {
      const point = await mountFilled(join(root, 'mounted'))
      return () => unmount(point)
    },
  },
  {
    row: 'a mount of the same device inside',
    planted: 'bind mount of the outside',
    wrong: 'rmOneFileSystem',
    left: { entries: 21, why: 'EBUSY' },
    plant: async ({ root, outside }) => {
      const point = join(root, 'bound')
      await mkdir(point)
      mount('--bind', outside, point)
      return () => unmount(point)
    },
  },
  {
    row: 'a file mounted inside',
    planted: 'bind mount of an outside file',
    wrong: 'shredder',
    left: { entries: 1, why: 'EBUSY' },
    plant: async ({ root, outsideFiles: [file = ''] }) => {
      const point = join(root, 'bound')
      await writeFile(point, '')
      mount('--bind', file, point)
      return () => unmount(point)
    },
  },
  {
    row: 'a read-only mount inside',
    planted: 'tmpfs remounted read-only',
    wrong: 'lazy',
    left: { entries: 4, why: 'EBUSY' },
    plant: async ({ root }) => {
      const point = await mountFilled(join(root, 'mounted'))
      mount('-o', 'remount,bind,ro', point)
      return () => unmount(point)
    },
  },
  {
    row: 'a mount far down, with a strange name',
    planted: 'tmpfs below 40 locked folders',
    wrong: 'rm',
    // Of the 40 folders those above the sixteenth level of a walk are gone, and with the last walk the rest is one chain.
    left: { entries: 14, why: 'EBUSY' },
    plant: async ({ root }) => {
      const folders = Array.from({ length: 40 }, (_, level) => join(root, ...Array(level + 1).fill('d')))
      const point = join(folders.at(-1) ?? '', 'my stick\\\n')
      await mountFilled(point)
      for (const folder of folders.reverse()) await chmod(folder, 0o500)
      return () =>
        execFileSync('find', [
          root,
          '-xdev',
          '-name',
          'my stick*',
          '-exec',
          'umount',
          '--lazy',
          '{}',
          ';',
          '-prune',
        ])
    },
  },
  {
    row: 'a USB stick inside',
    planted: 'ext4 on a loop device',
    wrong: 'rm',
    left: { entries: 5, why: 'EBUSY' },
    notHere: () => (isRoot ? programMissing('mkfs.ext4') : 'only root can mount it'),
    plant: async ({ root, folder }) => {
      const point = join(root, 'stick')
      const image = join(folder, 'image')
      await mkdir(point)
      execFileSync('truncate', ['--size', '8M', image])
      execFileSync('/usr/sbin/mkfs.ext4', ['-q', image])
      mount('-o', 'loop', image, point)
      await fill(point)
      return () => unmount(point)
    },
  },
  {
    row: 'FUSE inside',
    planted: 'bindfs of the outside',
    wrong: 'rm',
    left: { entries: 21, why: 'EBUSY' },
    notHere: fuseMissing,
    plant: async ({ root, outside }) => {
      const { point, server } = await plantFuse(root, outside)
      return () => {
        unmount(point)
        server.kill()
      }
    },
  },
  {
    row: 'disk full',
    planted: 'tmpfs of 4 MB, filled',
    memory: 'size=4m',
    wrong: 'lazy',
    plant: async ({ root }) => {
      await expectFull(async (index) => writeFile(join(root, `${index}`), Buffer.alloc(64 * 1024)))
      await chmod(join(root, 'profile'), 0o000)
    },
  },
  {
    row: 'inodes exhausted',
    planted: 'tmpfs of 300 inodes, all used',
    memory: 'nr_inodes=300',
    wrong: 'lazy',
    plant: async ({ root }) => {
      await expectFull(async (index) => mkdir(join(root, `${index}`)))
      await chmod(join(root, 'profile'), 0o000)
    },
  },
]

/** @throws when the file system never says that it is full */
async function expectFull(write: (index: number) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < 10_000; index++) {
    try {
      await write(index)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return
      throw error
    }
  }
  throw new Error('never full')
}
