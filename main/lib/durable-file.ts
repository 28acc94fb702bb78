import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Replaces a file so that after a power cut either the old or the new text is there, whole: written beside it,
 * synced, renamed, and the folder synced too.
 * @throws the file system's error; the old text is then still there
 */
export async function writeDurably(path: string, text: string): Promise<void> {
  const beside = `${path}.new`
  try {
    await withHandle(beside, 'w', async (file) => {
      await file.writeFile(text, 'utf8')
      await file.sync()
    })
    await rename(beside, path)
  } catch (error) {
    // Half of a text on a full disk takes the room that the next attempt needs.
    await rm(beside).catch(() => {})
    throw error
  }
  await syncFolder(path)
}

/**
 * Adds text at the end of a file, durably. A piece of it that a full disk took is taken back.
 * @throws the file system's error
 */
export async function appendDurably(path: string, text: string): Promise<void> {
  await withHandle(path, 'a', async (file) => {
    const { size } = await file.stat()
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } catch (error) {
      // What cannot be taken back is recognised by whoever reads the file next.
      await file.truncate(size).catch(() => {})
      throw error
    }
    if (size === 0) await syncFolder(path)
  })
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

/** Makes a new name in a folder durable. Windows cannot open a folder; NTFS journals names itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await withHandle(dirname(path), 'r', (folder) => folder.sync())
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
