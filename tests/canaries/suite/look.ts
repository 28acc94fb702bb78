import { lstatSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { sessionRoots } from '../../e2e/left-behind.ts'
import { program } from '../../e2e/post.ts'
import { scanFiles } from '../file-scan.ts'
import { scanMemory } from '../memory-scan.ts'
import { processesOf } from '../processes.ts'
import type { Hit } from '../search.ts'

/** Nothing older can hold this run's canaries; temporary folders may hold much that is older. */
const runBegan = new Date()

const owner = process.getuid?.() ?? 0
/** What a post consists of and speaks to, but for the tests themselves, which know the canaries. */
const programs = /electron|bwrap|crashpad|Xvfb|dbus|dconf|gvfs|at-spi|speech-dispatcher/

export type Look = { hits: Hit[]; unreadable: string[] }

/**
 * Looks for a token everywhere a program of this user can have left it: in every folder it can write in, and in the
 * memory of every process of the post and of what it speaks to.
 * @param stateFolder of the post; a state folder with nothing in it is a look that failed
 * @param more folders of this test alone, such as a watched one
 */
export async function look(stateFolder: string, token: string, more: readonly string[] = []): Promise<Look> {
  const files = await scanFiles(
    [...sessionRoots(stateFolder), stateFolder, ...more, ...sharedFolders()],
    token,
    runBegan,
  )
  const memory = await scanMemory(processesOf(owner, programs), token)
  const unreadable = [...files.unreadable.filter(isOurs), ...memory.unreadable]
  if (files.filesRead === 0) unreadable.push('not one file was read')
  if (memory.bytesRead === 0) unreadable.push('not one byte of memory was read')
  return { hits: [...files.hits, ...memory.hits], unreadable }
}

/** Home with its trash, thumbnails and recent files, temporary and runtime folders, print spool, mounted media. */
function sharedFolders(): string[] {
  const runtime = [process.env.XDG_RUNTIME_DIR, `/run/user/${owner}`].filter((path) => path !== undefined)
  const spools = [
    '/var/spool/cups',
    '/var/spool/cups-pdf',
    '/media',
    '/run/media',
    '/var/crash',
    '/var/lib/systemd/coredump',
  ]
  return [homedir(), '/dev/shm', ...runtime, ...spools, ...temporaryFolders()]
}

/** What lies in the temporary folders, but for the program under test itself. */
function temporaryFolders(): string[] {
  return ['/tmp', '/var/tmp']
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => !program().app.startsWith(path))
}

/** Whether a line of the scan speaks of a file of this user: what we may not read of others, we cannot have written. */
function isOurs(line: string): boolean {
  const path = line.slice(0, line.lastIndexOf(': ')).split(' › ')[0] ?? ''
  return lstatSync(path, { throwIfNoEntry: false })?.uid === owner
}
