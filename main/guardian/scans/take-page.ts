import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { errorCode } from '../../lib/durable-file.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import type { HeldFolder } from '../wipe/held-folder.ts'

const { promises: fs } = plainFs
const { O_RDONLY, O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK } = constants

/** A folder that is flooded with files fills no shelf. */
const mostDocuments = 500

export type Taken =
  | { is: 'taken'; file: string; bytes: number }
  | { is: 'refused'; why: 'tooLarge' | 'failed' }
  /** A link, a pipe, a second name of some other file: nothing a scanner writes. Or a page that still grows. */
  | { is: 'left' }

/**
 * Moves a page from a watched folder to the person's documents. Anybody may write in either folder: no link is
 * followed in one or the other, and nothing that exists is written over.
 * @param quotaBytes of all documents
 * @param signal the session is over: what was begun is dropped
 */
export async function takePage(
  folder: HeldFolder,
  name: Buffer,
  documents: HeldFolder,
  quotaBytes: number,
  signal: AbortSignal,
): Promise<Taken> {
  let page: FileHandle
  try {
    // Not blocking: a pipe would wait for a writer for ever.
    page = await fs.open(folder.at(name), O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0))
  } catch (error) {
    return ['ELOOP', 'ENOENT', 'ENXIO'].includes(errorCode(error))
      ? { is: 'left' }
      : { is: 'refused', why: 'failed' }
  }
  try {
    const { size, nlink, isFile } = await look(page)
    if (!isFile || nlink !== 1 || size === 0) return { is: 'left' }
    if (!(await hasRoom(documents, size, quotaBytes))) return { is: 'refused', why: 'tooLarge' }
    const arrival = await newDocument(documents)
    try {
      await copyBytes(page, arrival.handle, size, signal)
      const hasGrown = (await look(page)).size !== size
      if (hasGrown) await arrival.drop()
      if (hasGrown) return { is: 'left' }
    } catch (error) {
      await arrival.drop()
      if (signal.aborted) return { is: 'left' }
      return { is: 'refused', why: errorCode(error) === 'ENOSPC' ? 'tooLarge' : 'failed' }
    } finally {
      await arrival.handle.close()
    }
    await fs.unlink(folder.at(name)).catch(() => {
      // Not ours to remove: the read-back at the end tells that it is still there.
    })
    return { is: 'taken', file: arrival.file, bytes: size }
  } finally {
    await page.close()
  }
}

/** A new, empty file among the documents, under a name that only the guardian and the shelf know. */
export async function newDocument(documents: HeldFolder): Promise<{
  file: string
  handle: FileHandle
  drop(): Promise<void>
}> {
  const file = `arrived-${randomBytes(8).toString('hex')}`
  const path = documents.at(Buffer.from(file))
  const handle = await fs.open(path, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600)
  return { file, handle, drop: () => fs.rm(path, { force: true }) }
}

/** Counted on the disk: what the visitor says of its documents proves nothing. */
export async function hasRoom(documents: HeldFolder, bytes: number, quotaBytes: number): Promise<boolean> {
  const names = await fs.readdir(documents.path, { encoding: 'buffer' })
  const sizes = await Promise.all(
    names.map((each) =>
      fs.lstat(documents.at(each)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return names.length < mostDocuments && sizes.reduce((sum, size) => sum + size, bytes) <= quotaBytes
}

async function look(page: FileHandle) {
  const stats = await page.stat()
  return { size: stats.size, nlink: stats.nlink, isFile: stats.isFile() }
}

/** @returns how many bytes there were @throws what went wrong; and when the signal says so */
export async function copyBytes(
  from: FileHandle,
  to: FileHandle,
  bytes: number,
  signal: AbortSignal,
  progress: (copied: number) => void = () => {},
): Promise<number> {
  const piece = Buffer.alloc(256 * 1024)
  let copied = 0
  while (copied < bytes) {
    signal.throwIfAborted()
    const { bytesRead } = await from.read(piece, 0, Math.min(piece.length, bytes - copied), copied)
    if (bytesRead === 0) break
    await to.writeFile(piece.subarray(0, bytesRead))
    copied += bytesRead
    progress(copied)
  }
  return copied
}
