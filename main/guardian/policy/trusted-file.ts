import type { Stats } from 'node:fs'
import { constants, type FileHandle, open } from 'node:fs/promises'
import { errorCode } from '../../lib/durable-file.ts'

export type TrustedReading = { ok: true; text: string } | { ok: false; trouble: string }

/** A policy of a thousand téléservices has a fifth of this. */
const mostBytes = 1_000_000

/**
 * Reads the text of a file that says what a post may do. Whoever else could write it could open the post: it must belong to
 * root or to the user who reads it, and nobody else may change it. On Windows, its folder's rights say so.
 * @returns the text, or what is wrong and the cure, without the file's name
 */
export async function readTrustedFile(path: string): Promise<TrustedReading> {
  try {
    // A pipe in the place of a file would be waited for, for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      const trouble = fileTrouble(await file.stat())
      return trouble === null ? readUtf8(file) : { ok: false, trouble }
    } finally {
      await file.close()
    }
  } catch (error) {
    return { ok: false, trouble: troubles[errorCode(error)] ?? `cannot be read (${errorCode(error)})` }
  }
}

/** Why a file or folder may not be believed, and the cure; `null` when it may. */
export function trustTrouble({ uid, mode }: Pick<Stats, 'uid' | 'mode'>): string | null {
  const me = process.getuid?.()
  if (me === undefined) return null
  if (uid !== 0 && uid !== me) {
    return `belongs to user ${uid}, who could change it at any time; give it to root (chown root)`
  }
  if ((mode & 0o002) !== 0) return 'can be written by everybody; take that right away (chmod o-w)'
  return null
}

function fileTrouble(stats: Stats): string | null {
  if (stats.isDirectory()) return 'is a folder; name a file with --policy'
  if (!stats.isFile()) return 'is no ordinary file; put the policy itself there'
  if (stats.size > mostBytes) {
    return `has ${stats.size} bytes, more than the ${mostBytes} a policy may have; put the policy itself there`
  }
  return trustTrouble(stats)
}

async function readUtf8(file: FileHandle): Promise<TrustedReading> {
  const bytes = await file.readFile()
  if (bytes.length === 0) return { ok: false, trouble: 'is empty; write a policy there, {} at least' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!text.startsWith('\uFEFF')) return { ok: true, text }
    return { ok: false, trouble: 'begins with a byte order mark; save it as UTF-8 without one' }
  } catch {
    return { ok: false, trouble: 'is not UTF-8; save it as UTF-8' }
  }
}

const troubles: Record<string, string> = {
  ENOENT: 'there is no such file; write a policy there or name another with --policy',
  ENOTDIR: 'there is no such file; write a policy there or name another with --policy',
  EACCES: 'may not be read; give the service user the right to read it',
  ELOOP: 'is a link that leads back to itself; put the file itself there',
}
