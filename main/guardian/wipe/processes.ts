import { readdir, readFile, readlink, stat } from 'node:fs/promises'

/**
 * Processes of this user that name a folder on their command line, in their environment, or work in it. Every process
 * of a visitor does: Chromium passes its user-data folder on to its children, and whatever else a visitor could start
 * inherits its environment.
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
    const told = [
      readFile(`/proc/${id}/cmdline`, 'utf8'),
      readFile(`/proc/${id}/environ`, 'utf8'),
      readlink(`/proc/${id}/cwd`),
    ]
    const read = await Promise.all(told.map((part) => part.catch(() => '')))
    if (!read.some((part) => part.includes(text))) return false
    // A killed process that its parent has not yet reaped keeps an entry, but nothing of the person.
    return !/^State:\s+[ZX]/m.test(await readFile(`/proc/${id}/status`, 'utf8'))
  } catch {
    return false
  }
}
