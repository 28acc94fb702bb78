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
/** What may have run before and a post speaks to: the display, and the services of a desktop. */
const spokenTo = /Xvfb|Xorg|dbus|dconf|gvfs|at-spi|speech-dispatcher|xclip/
/** The tests themselves, which know the canaries, and whatever else this user had running. */
const ranBefore = new Set(processesOf(owner))

export type Look = { hits: Hit[]; unreadable: string[] }

/**
 * Looks for a token everywhere a program of this user can have left it: in every folder it can write in, and in the
 * memory of every process that began since these tests did, and of what it speaks to.
 * @param stateFolder of the post; a state folder with nothing in it is a look that failed
 */
export async function look(stateFolder: string, token: string): Promise<Look> {
  const files = await scanFiles(
    [...sessionRoots(stateFolder), stateFolder, ...sharedFolders()],
    token,
    runBegan,
  )
  const since = processesOf(owner).filter((id) => !ranBefore.has(id))
  const memory = await scanMemory([...since, ...processesOf(owner, spokenTo)], token)
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

/**
 * Whether a line of the scan speaks of what this user can have written since the tests began. What belongs to another
 * and is closed to this user, no program of the session can have written; what a service writes for it, the print
 * server's spool, the tests run as this user. What was closed before the tests began was closed to the session too.
 */
function isOurs(line: string): boolean {
  const path = line.slice(0, line.lastIndexOf(': ')).split(' › ')[0] ?? ''
  const stats = lstatSync(path, { throwIfNoEntry: false })
  return stats !== undefined && stats.uid === owner && stats.ctime >= runBegan
}
