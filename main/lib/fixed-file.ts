import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { writeDurably } from './durable-file.ts'

/** One sector: the smallest piece a disk writes, so that a power cut leaves the old record, the new one, or a damaged one. */
const bytes = 512

/**
 * Writes a record over the one before it, in place and durably. Nothing is allocated: once the file exists this works on
 * a full disk, where a new file beside the old one could not be written.
 *
 * One copy is enough because a damaged record is recognised by its checksum and is read as lost; whoever keeps such a
 * record must treat a lost one as the worst that it could have said.
 * @throws the file system's error; the record on the disk is then not known
 */
export async function writeInPlace(path: string, record: Readonly<Record<string, unknown>>): Promise<void> {
  const body = JSON.stringify(record)
  const text = `${JSON.stringify({ ...record, checksum: checksumOf(body) }).padEnd(bytes - 1)}\n`
  if (Buffer.byteLength(text) !== bytes) throw new Error(`${path}: a record of more than ${bytes} bytes`)
  if (!(await isOverwritten(path, text))) await writeDurably(path, text)
}

/** The record, without its checksum; `null` when there is none, or it is damaged, or cannot be read. */
export async function readInPlace(path: string): Promise<unknown> {
  try {
    const text = await readFile(path, 'utf8')
    if (Buffer.byteLength(text) !== bytes) return null
    const { checksum, ...record } = JSON.parse(text)
    return checksum === checksumOf(JSON.stringify(record)) ? record : null
  } catch {
    return null
  }
}

/** @returns false when there is no file of the right size to write over */
async function isOverwritten(path: string, text: string): Promise<boolean> {
  const file = await open(path, 'r+').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return false
  try {
    if ((await file.stat()).size !== bytes) return false
    await file.writeFile(text, 'utf8')
    await file.sync()
    return true
  } finally {
    await file.close()
  }
}

const checksumOf = (text: string) => createHash('sha256').update(text).digest('hex')
