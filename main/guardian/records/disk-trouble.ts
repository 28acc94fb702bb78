import { errorCode } from '../../lib/durable-file.ts'

const cures: Record<string, string> = {
  ENOSPC: 'the disk is full; make room on it',
  EDQUOT: 'the quota of the service user is used up; make room or raise it',
  EROFS: 'the disk is read-only; check it, then mount it for writing',
  EIO: 'the disk fails; check or replace it',
  EACCES: 'the service user may not write there; give it the right to',
  EPERM: 'the service user may not write there; give it the right to',
}

/** What is wrong with a record and what to do, for an admin: « /var/lib/estran/journal.json: cannot be written: … » */
export function diskTrouble(path: string, error: unknown): string {
  const code = errorCode(error)
  return `${path}: cannot be written: ${cures[code] ?? (code || 'unknown error')}.`
}
