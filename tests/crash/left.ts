import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { possibleBases } from '../../main/guardian/visitors/session-root.ts'
import { scanFiles } from '../canaries/file-scan.ts'
import type { Place } from '../e2e/post.ts'

/** Nothing older can hold this run's canaries. */
const testsBegan = new Date()

/** Where a canary is found below these folders. @throws when something could not be read: that proves nothing */
export async function findCanary(folders: readonly string[], token: string): Promise<string[]> {
  const { hits, unreadable } = await scanFiles(folders, token, testsBegan)
  if (unreadable.length > 0) throw new Error(`cannot be read: ${unreadable.join(', ')}`)
  return hits.map(({ where }) => where)
}

/** A temporary folder of its own: what others leave in the machine's meanwhile would be wiped, or found, by this post. */
export function temporaryFolder({ stateFolder }: Place): string {
  return join(dirname(stateFolder), 'tmp')
}

/** Every folder that a post and its visitors may write in. */
export function writableFolders(place: Place): string[] {
  return [
    ...possibleBases(place.stateFolder).map(({ folder }) => folder),
    place.stateFolder,
    temporaryFolder(place),
    process.env.HOME ?? '/nonexistent',
  ]
}

/** Sessions in the counts of a post. */
export async function sessionsCounted({ stateFolder }: Place): Promise<number> {
  const text = await readFile(join(stateFolder, 'tally.json'), 'utf8').catch(() => '{"counts":{}}')
  const counts: Record<string, number> = JSON.parse(text).counts
  return Object.entries(counts).reduce((sum, [key, n]) => (key.includes('/session/') ? sum + n : sum), 0)
}
