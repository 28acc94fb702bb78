import { readdir, readFile, stat } from 'node:fs/promises'

/**
 * Processes of this user that name a folder on their command line. Every process of a visitor does: Chromium passes
 * its user-data folder on to each of its children.
 * @returns process ids, never our own
 */
export type FindProcesses = (naming: string) => Promise<number[]>

/** Reads `/proc`. */
export const findProcessesInProc: FindProcesses = async (naming) => {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const mine = await Promise.all(ids.map(async (id) => id !== process.pid && (await names(id, naming))))
  return ids.filter((_id, index) => mine[index])
}

async function names(id: number, text: string): Promise<boolean> {
  try {
    if (process.getuid !== undefined && (await stat(`/proc/${id}`)).uid !== process.getuid()) return false
    if (!(await readFile(`/proc/${id}/cmdline`, 'utf8')).includes(text)) return false
    // A killed process that its parent has not yet reaped keeps an entry, but nothing of the person.
    return !/^State:\s+[ZX]/m.test(await readFile(`/proc/${id}/status`, 'utf8'))
  } catch {
    return false
  }
}
