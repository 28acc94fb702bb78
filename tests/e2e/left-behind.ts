import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { possibleBases } from '../../main/guardian/visitors/session-root.ts'
import { findProcessesInProc } from '../../main/guardian/wipe/processes.ts'

/** Session roots a post has on this machine now, the spare's included. */
export function sessionRoots(stateFolder: string): string[] {
  return possibleBases(stateFolder)
    .filter(({ folder }) => existsSync(folder))
    .flatMap(({ folder }) => readdirSync(folder).map((name) => `${folder}/${name}`))
}

/** Processes of the visitors of a post, the spare's included. */
export function visitorProcesses(stateFolder: string): Promise<number[]> {
  return findProcessesInProc(basename(possibleBases(stateFolder)[0]?.folder ?? 'none'))
}

/** What the journal says: `open`, `closed`, or nothing readable. */
export async function journalState(stateFolder: string): Promise<string> {
  const text = await readFile(join(stateFolder, 'journal.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text).state ?? 'unknown'
}
