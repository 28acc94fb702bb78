import { constants } from 'node:fs'
import { access, lstat } from 'node:fs/promises'
import type { DeviceFacts } from '../../../app/check/facts.ts'
import type { Policy } from '../../../app/policy/policy.ts'
import { saneScanner } from '../scanner/sane.ts'

export async function probeScanner({ scanner }: Policy): Promise<DeviceFacts['scanner']> {
  if (scanner === undefined) return null
  const devices = await saneScanner(scanner.device)
    .devices()
    .catch(() => null)
  return { wanted: scanner.device ?? null, devices }
}

/** A folder is usable when pages can be read and erased in it; one reached by a link is not emptied. */
export function probeScanFolders({ scan }: Policy): Promise<DeviceFacts['scanFolders']> {
  return Promise.all(
    scan.folders.map(async (folder) => {
      try {
        await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
        return { folder, usable: (await lstat(folder)).isDirectory() }
      } catch {
        return { folder, usable: false }
      }
    }),
  )
}
