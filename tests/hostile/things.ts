import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, link, mkdir, open, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dig } from './dig.ts'
import { names } from './names.ts'
import type { WrongRemover } from './removers.ts'
import type { HostileThing } from './trial.ts'

/** With the remover that goes wrong here: that it leaves something, or loses something outside, shows that the row can fail. */
export type Thing = HostileThing & { wrong: WrongRemover; onlyRoot?: true }

/** What anyone can put into a folder that is theirs to write in. */
export const things: Thing[] = [
  {
    row: 'links to files',
    planted: '20 links',
    wrong: 'follower',
    plant: async ({ root, outsideFiles }) => {
      for (const [index, file] of outsideFiles.entries()) await symlink(file, join(root, `link-${index}`))
    },
  },
  {
    row: 'links to a folder',
    planted: 'absolute, relative, ending in /',
    wrong: 'follower',
    plant: async ({ root, outside }) => {
      await symlink(outside, join(root, 'absolute'))
      await symlink('../../outside', join(root, 'profile', 'relative'))
      await symlink(`${outside}/`, join(root, 'slash'))
    },
  },
  {
    row: 'links in a loop',
    planted: 'to itself, to its root',
    wrong: 'lazy',
    plant: async ({ root }) => {
      await symlink('itself', join(root, 'itself'))
      await symlink(root, join(root, 'profile', 'up'))
    },
  },
  {
    row: 'dangling link',
    planted: 'to nothing',
    wrong: 'lazy',
    plant: ({ root }) => symlink('/nowhere/at/all', join(root, 'dangling')),
  },
  {
    row: 'hard links to outside files',
    planted: '20 names',
    wrong: 'shredder',
    plant: async ({ root, outsideFiles }) => {
      for (const [index, file] of outsideFiles.entries()) await link(file, join(root, `hard-${index}`))
    },
  },
  {
    row: 'names',
    planted: `${names.length} kinds, files and folders`,
    wrong: 'text',
    plant: async ({ root }) => {
      for (const name of names) {
        const folder = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)])
        await mkdir(folder)
        await writeFile(Buffer.concat([folder, Buffer.from('/'), Buffer.from(name)]), 'x')
      }
      await writeFile(join(root, 'file.asar'), 'not an archive')
    },
  },
  {
    row: 'read-only files and folders',
    planted: 'modes 000, 100, 400, 500',
    wrong: 'rm',
    plant: async ({ root, outside }) => {
      for (const mode of [0o000, 0o100, 0o400, 0o500]) {
        const folder = join(root, `mode-${mode}`)
        await mkdir(join(folder, 'below'), { recursive: true })
        await writeFile(join(folder, 'below', 'file'), 'x', { mode: 0o400 })
        await symlink(outside, join(folder, 'below', 'link'))
        await chmod(join(folder, 'below'), mode)
        await chmod(folder, mode)
      }
      await chmod(root, 0o500)
    },
  },
  {
    row: 'open and locked files',
    planted: 'open, flock, running, working folder',
    wrong: 'lazy',
    plant: async ({ root }) => {
      execFileSync('cp', ['/usr/bin/sleep', join(root, 'running')])
      const opened = await open(join(root, 'open'), 'w')
      const children = [
        spawn(join(root, 'running'), ['300'], { cwd: join(root, 'profile', 'deep') }),
        spawn('flock', ['--no-fork', join(root, 'locked'), 'sleep', '300']),
      ]
      while (!existsSync(join(root, 'locked'))) await pause(5)
      return async () => {
        for (const child of children) child.kill('SIGKILL')
        await opened.close()
      }
    },
  },
  {
    row: 'FIFO, socket, device',
    planted: 'one of each',
    wrong: 'opener',
    plant: async ({ root }) => {
      execFileSync('mkfifo', [join(root, 'pipe')])
      // 0:0 is the one device that anyone may make.
      execFileSync('mknod', [join(root, 'device'), 'c', '0', '0'])
      const server = createServer().listen(join(root, 'socket'))
      await once(server, 'listening')
      return () => server.close()
    },
  },
  {
    row: '100,000 files',
    planted: '20 folders of 5,000',
    wrong: 'lazy',
    plant: async ({ root }) => {
      const make = 'for d in $(seq 20); do mkdir "$d" && (cd "$d" && seq 5000 | xargs touch); done'
      execFileSync('sh', ['-c', make], { cwd: root })
    },
  },
  {
    row: 'depth 1,000',
    planted: '1,000 folders',
    wrong: 'lazy',
    plant: async ({ root }) => dig(root, 1000, false),
  },
  {
    row: 'depth beyond the longest path',
    planted: '5,000 folders',
    wrong: 'node',
    plant: async ({ root }) => dig(root, 5000, false),
  },
  {
    row: 'depth, each folder locked',
    planted: '3,000 folders of mode 000',
    wrong: 'rm',
    plant: async ({ root }) => dig(root, 3000, true),
  },
  {
    row: '20 GB',
    planted: '10 sparse files of 2 GB, 1 GB real',
    wrong: 'lazy',
    plant: async ({ root }) => {
      for (let index = 0; index < 10; index++) {
        await writeFile(join(root, `sparse-${index}`), 'x')
        await truncate(join(root, `sparse-${index}`), 2 * 1024 ** 3)
      }
      execFileSync('dd', ['if=/dev/zero', `of=${join(root, 'real')}`, 'bs=1M', 'count=1024', 'status=none'])
    },
  },
  {
    row: 'immutable file and folder',
    planted: 'chattr +i',
    wrong: 'lazy',
    onlyRoot: true,
    left: { entries: 3, why: 'EPERM' },
    plant: async ({ root }) => {
      await writeFile(join(root, 'fixed'), 'x')
      await mkdir(join(root, 'fixed-folder'))
      await writeFile(join(root, 'fixed-folder', 'file'), 'x')
      execFileSync('chattr', ['+i', join(root, 'fixed'), join(root, 'fixed-folder')])
    },
  },
  {
    row: 'files and folders of another user',
    planted: 'a file, a full folder',
    wrong: 'lazy',
    onlyRoot: true,
    plant: async ({ root }) => {
      await mkdir(join(root, 'theirs'))
      await writeFile(join(root, 'theirs', 'file'), 'x', { mode: 0o400 })
      await chown(join(root, 'theirs', 'file'), 65_534, 65_534)
      await chown(join(root, 'theirs'), 65_534, 65_534)
    },
  },
]
