import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Replaces a file so that after a power cut either the old or the new text is there, whole: written beside it,
 * synced, renamed, and the folder synced too.
 * @throws the file system's error; the old text is then still there
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  await withHandle(beside, 'w', async (file) => {
    await file.writeFile(text, 'utf8')
    await file.sync()
  })
  await rename(beside, path)
  // Windows cannot open a folder; NTFS journals the rename itself.
  if (process.platform !== 'win32') await withHandle(dirname(path), 'r', (folder) => folder.sync())
}

/** The text of a file, or `null` when there is none. @throws any other error of the file system */
export async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** `ENOENT` and the like; empty for an error that has no code. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

async function withHandle(
  path: string,
  flags: string,
  use: (handle: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const handle = await open(path, flags, 0o600)
  try {
    await use(handle)
  } finally {
    await handle.close()
  }
}
