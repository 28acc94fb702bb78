import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Unmount } from './removable-media-place.ts'

const run = promisify(execFile)
const limits = { timeout: 10_000, killSignal: 'SIGKILL' as const }

/** What unmounts for an ordinary user: the desktop's disk service, and `umount` where the machine's table allows it. */
export const unmountOnLinux: Unmount = async ({ point, source }) => {
  try {
    await run('/usr/bin/udisksctl', ['unmount', '--no-user-interaction', '--block-device', source], limits)
  } catch {
    try {
      await run('/usr/bin/umount', ['--', point], limits)
    } catch {
      // Its own message would hold the name of the medium.
      throw Object.assign(new Error('a medium could not be unmounted'), { code: 'UNMOUNT_REFUSED' })
    }
  }
}
