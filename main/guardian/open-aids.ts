import { userInfo } from 'node:os'
import type { Policy } from '../../app/policy/policy.ts'
import type { PrintTrouble } from '../../app/printing/print-job.ts'
import type { Scheduler } from '../lib/scheduler.ts'
import { readServerAddress } from './printing/cups-address.ts'
import { cupsPrinter } from './printing/cups-printer.ts'
import { printDesk } from './printing/print-desk.ts'
import type { SessionAid } from './session-aid.ts'
import { stickDesk } from './sticks/stick-desk.ts'
import { readMounts } from './wipe/mounts.ts'
import { isRemovable } from './wipe/removable-media-place.ts'
import { unmountOnLinux } from './wipe/unmount.ts'

/** What of this machine is at the service of a session. On Windows nothing yet: sticks and printers are asked of Linux. */
export function openAids(
  printing: Policy['printing'],
  quotaBytes: number,
  scheduler: Scheduler,
  onPrintTrouble: (trouble: PrintTrouble | null) => void,
): SessionAid[] {
  if (process.platform === 'win32') return []
  const user = userInfo().username
  const sticks = stickDesk({
    mounts: async () => (await readMounts()).filter((mount) => isRemovable(mount, user)),
    unmount: unmountOnLinux,
    quotaBytes,
  })
  if (!printing.enabled) return [sticks]
  const printer = cupsPrinter(readServerAddress(), user, printing.printer)
  return [sticks, printDesk(printer, printing.pagesMax, scheduler, onPrintTrouble)]
}
