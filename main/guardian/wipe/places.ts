import { basename } from 'node:path'
import { app, clipboard } from 'electron'
import type { RootBase } from '../visitors/session-root.ts'
import type { Visitor } from '../visitors/visitor.ts'
import { clipboardPlace, type ElectronClipboard } from './clipboard-place.ts'
import { withFault } from './fault.ts'
import type { WipePlace } from './place.ts'
import { findProcessesInProc } from './processes.ts'
import { processesPlace } from './processes-place.ts'
import { removeTreeOnWindows, removeTreeWithGnuRm } from './remove-tree.ts'
import { abandonedRootsPlace, sessionRootPlace } from './session-root-place.ts'

/** The places of this machine. Writers come before what they write. */
export type Places = {
  /** A visitor that was never shown: nothing of a person, only itself. */
  ofSpare(visitor: Visitor): WipePlace[]
  /** The visitor of a session, and what the person shared with the machine. */
  ofSession(visitor: Visitor): WipePlace[]
  /** Whatever visitors there may have been: what a start, or a repeated wipe, has to deal with. */
  ofAnySession(): WipePlace[]
}

/** @param bases every folder session roots may lie in */
export function placesOfMachine(bases: readonly RootBase[]): Places {
  const removeTree = process.platform === 'win32' ? removeTreeOnWindows : removeTreeWithGnuRm
  const folders = bases.map((base) => base.folder)
  const shared = clipboardPlace(clipboard as unknown as ElectronClipboard, process.platform)
  const fault = app.isPackaged ? undefined : process.env.ESTRAN_FAULT
  const ofSpare = (visitor: Visitor): WipePlace[] => [
    processesPlace(visitor.root, findProcessesInProc, visitor.kill),
    sessionRootPlace(visitor.root, removeTree),
  ]
  return {
    ofSpare,
    ofSession: (visitor) => [...ofSpare(visitor), shared].map((place) => withFault(place, fault)),
    ofAnySession: () =>
      [
        // All bases have one name, only their parents differ.
        processesPlace(basename(folders[0] ?? ''), findProcessesInProc),
        abandonedRootsPlace(folders, removeTree),
        shared,
      ].map((place) => withFault(place, fault)),
  }
}
