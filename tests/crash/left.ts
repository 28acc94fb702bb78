import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
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

/** Every folder that a post and its visitors may write in. */
export function writableFolders({ stateFolder }: Place): string[] {
  return [
    ...possibleBases(stateFolder).map(({ folder }) => folder),
    stateFolder,
    process.env.HOME ?? '/nonexistent',
  ]
}

/** What the journal says: `open`, `closed`, or nothing readable. */
export async function journalState({ stateFolder }: Place): Promise<string> {
  const text = await readFile(join(stateFolder, 'journal.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text).state ?? 'unknown'
}

/** Sessions in the counts of a post. */
export async function sessionsCounted({ stateFolder }: Place): Promise<number> {
  const text = await readFile(join(stateFolder, 'tally.json'), 'utf8').catch(() => '{"counts":{}}')
  const counts: Record<string, number> = JSON.parse(text).counts
  return Object.entries(counts).reduce((sum, [key, n]) => (key.includes('/session/') ? sum + n : sum), 0)
}
