import { homedir, tmpdir, userInfo } from 'node:os'
import { cupsServer } from '../printing/cups.ts'
import { readServerAddress } from '../printing/cups-address.ts'
import { windowsSpooler } from '../printing/windows-spooler.ts'
import { desktopSpots, desktopTracesPlace, trashSpots } from './desktop-traces-place.ts'
import { findInUseInProc } from './in-use.ts'
import { enterable, readMounts } from './mounts.ts'
import type { WipePlace } from './place.ts'
import { powerShell } from './power-shell.ts'
import { printQueuePlace } from './print-queue-place.ts'
import { recentFilesList } from './recent-files-list.ts'
import { removableMediaPlace } from './removable-media-place.ts'
import type { SessionMoment } from './session-moment.ts'
import { temporaryFilesPlace } from './temporary-files-place.ts'
import { unmountOnLinux } from './unmount.ts'
import { windowsPlaces } from './windows-places.ts'

/** What every person shares with this machine: the print queue, media, the desktop's memory, temporary folders. */
export function sharedPlaces(began: SessionMoment): WipePlace[] {
  if (process.platform === 'win32') {
    return [printQueuePlace(windowsSpooler(powerShell), began), ...windowsPlaces(powerShell, began)]
  }
  const { uid, username } = userInfo()
  const { spots, recentFiles } = desktopSpots(homedir(), process.env)
  const user = { id: uid, name: username }
  const findSpots = async () => [...spots, ...trashSpots(await enterable(await readMounts()), user)]
  return [
    printQueuePlace(cupsServer(readServerAddress(), username), began),
    removableMediaPlace(readMounts, username, unmountOnLinux),
    desktopTracesPlace(findSpots, recentFilesList(recentFiles), began),
    temporaryFilesPlace(['/tmp', '/var/tmp', '/dev/shm', tmpdir()], began, findInUseInProc),
  ]
}
