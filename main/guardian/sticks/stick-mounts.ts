import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { safeFileName } from '../../../app/documents/file-name.ts'
import type { Stick } from '../../../app/sticks/stick.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import type { Mount } from '../wipe/mounts.ts'

export type StickMount = { stick: Stick; mount: Mount }

/** What there is to say of each stick. One that answers nothing any more is left out. */
export async function describeSticks(mounts: readonly Mount[]): Promise<StickMount[]> {
  const found = await Promise.all(mounts.map((mount) => describe(mount).catch(() => null)))
  return found.filter((each) => each !== null)
}

async function describe(mount: Mount): Promise<StickMount> {
  const { bavail, bsize } = await plainFs.promises.statfs(mount.point)
  const id = createHash('sha256').update(`${mount.source}\0${mount.point}`).digest('hex').slice(0, 16)
  const label = safeFileName(basename(mount.point))
  return { stick: { id, label, freeBytes: bavail * bsize }, mount }
}
