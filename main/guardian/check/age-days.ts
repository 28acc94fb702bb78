import { stat } from 'node:fs/promises'

/** Days since a file or folder was last changed; `null` when there is none. */
export async function ageDays(path: string): Promise<number | null> {
  try {
    return (Date.now() - (await stat(path)).mtimeMs) / 86_400_000
  } catch {
    return null
  }
}
