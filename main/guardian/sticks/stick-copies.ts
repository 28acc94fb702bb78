import { constants } from 'node:fs'
import { safeFileName, uniqueFileName } from '../../../app/documents/file-name.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import { copyBytes, hasRoom, newDocument } from '../scans/take-page.ts'
import type { HeldFolder } from '../wipe/held-folder.ts'
import { openFile } from './stick-folder.ts'

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants

/** @param percent told how far a copy is, 0 to 100 @param signal stops it: what was begun is dropped */
export type CopyWatch = { percent(percent: number): void; signal: AbortSignal }

/**
 * Copies a document to a stick, under its name made safe and new there. It is on the stick when this has returned:
 * file and folder are synced.
 * @throws the file system's error: `ENOSPC` where it does not fit. Nothing is then left on the stick
 */
export async function copyToStick(
  documents: HeldFolder,
  name: string,
  onStick: HeldFolder,
  freeBytes: number,
  { percent, signal }: CopyWatch,
): Promise<void> {
  const document = await openFile(documents, name)
  try {
    const { size } = await document.stat()
    if (size > freeBytes) throw failure('ENOSPC')
    const taken = await plainFs.promises.readdir(onStick.path)
    const path = onStick.at(Buffer.from(uniqueFileName(safeFileName(name), taken)))
    const copy = await plainFs.promises.open(path, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600)
    try {
      await copyBytes(document, copy, size, signal, (copied) => percent(share(copied, size)))
      await copy.sync()
      signal.throwIfAborted()
    } catch (error) {
      await plainFs.promises.rm(path, { force: true }).catch(() => {})
      throw error
    } finally {
      await copy.close()
    }
    await syncFolder(onStick)
  } finally {
    await document.close()
  }
}

/**
 * Copies a file of a stick to the documents.
 * @returns the name it has there and its size, or `null` when it does not fit @throws the file system's error
 */
export async function copyFromStick(
  onStick: HeldFolder,
  name: string,
  documents: HeldFolder,
  quotaBytes: number,
  { percent, signal }: CopyWatch,
): Promise<{ file: string; bytes: number } | null> {
  const source = await openFile(onStick, name)
  try {
    const { size } = await source.stat()
    if (!(await hasRoom(documents, size, quotaBytes))) return null
    const arrival = await newDocument(documents)
    try {
      const copied = await copyBytes(source, arrival.handle, size, signal, (bytes) =>
        percent(share(bytes, size)),
      )
      if (copied !== size) throw failure('EIO')
      return { file: arrival.file, bytes: size }
    } catch (error) {
      await arrival.drop()
      throw error
    } finally {
      await arrival.handle.close()
    }
  } finally {
    await source.close()
  }
}

function share(copied: number, size: number): number {
  return size === 0 ? 100 : Math.min(100, (100 * copied) / size)
}

async function syncFolder(folder: HeldFolder): Promise<void> {
  // Windows opens no folder; what is held by its path there needs none.
  if (process.platform === 'win32') return
  const handle = await plainFs.promises.open(`${folder.path}/.`, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function failure(code: string): Error {
  return Object.assign(new Error('a copy did not succeed'), { code })
}
