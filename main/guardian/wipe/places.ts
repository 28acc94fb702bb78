import { basename } from 'node:path'
import { clipboard } from 'electron'
import type { Faults } from '../faults.ts'
import type { ScanFolder } from '../scans/scan-folder.ts'
import type { RootBase } from '../visitors/session-root.ts'
import type { Visitor } from '../visitors/visitor.ts'
import { clipboardPlace, type ElectronClipboard } from './clipboard-place.ts'
import type { WipePlace } from './place.ts'
import { findProcessesInProc } from './processes.ts'
import { processesPlace } from './processes-place.ts'
import {
  type EmptyFolder,
  emptyFolderOnLinux,
  emptyFolderOnWindows,
  removeTreeOnLinux,
  removeTreeOnWindows,
} from './remove-tree.ts'
import { scanFoldersPlace } from './scan-folders-place.ts'
import type { SessionMoment } from './session-moment.ts'
import { abandonedRootsPlace, sessionRootPlace } from './session-root-place.ts'
import { sharedPlaces } from './shared-places.ts'

/** The places of this machine. Writers come before what they write. */
export type Places = {
  /** A visitor that was never shown: nothing of a person, only itself. */
  ofSpare(visitor: Visitor): WipePlace[]
  /** The visitor of a session, and what the person shared with the machine. */
  ofSession(visitor: Visitor): WipePlace[]
  /** Whatever visitors there may have been: what a start, or a repeated wipe, has to deal with. */
  ofAnySession(): WipePlace[]
  /** How a folder is emptied on this system. */
  emptyFolder: EmptyFolder
}

/**
 * @param bases every folder session roots may lie in
 * @param began since when there may be something of a person in what is shared
 */
export function placesOfMachine(
  bases: readonly RootBase[],
  scanFolders: readonly ScanFolder[],
  faults: Faults,
  began: SessionMoment,
): Places {
  const removeTree = process.platform === 'win32' ? removeTreeOnWindows : removeTreeOnLinux
  const emptyFolder = process.platform === 'win32' ? emptyFolderOnWindows : emptyFolderOnLinux
  const folders = bases.map((base) => base.folder)
  const shared = [
    clipboardPlace(clipboard as unknown as ElectronClipboard, process.platform),
    scanFoldersPlace(scanFolders, emptyFolder),
    ...sharedPlaces(began),
  ]
  const faulty = (place: WipePlace) => faults.at(place.place, place)
  const ofSpare = (visitor: Visitor): WipePlace[] => [
    processesPlace(visitor.root, findProcessesInProc, visitor.kill),
    sessionRootPlace(visitor.root, removeTree),
  ]
  return {
    emptyFolder,
    ofSpare,
    ofSession: (visitor) => [...ofSpare(visitor), ...shared].map(faulty),
    ofAnySession: () =>
      [
        // All bases have one name, only their parents differ.
        processesPlace(basename(folders[0] ?? ''), findProcessesInProc),
        abandonedRootsPlace(folders, removeTree),
        ...shared,
      ].map(faulty),
  }
}
