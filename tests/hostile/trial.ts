import type { PlaceOutcome } from '../../app/wipe/verdict.ts'
import { scanFolder } from '../../main/guardian/scans/scan-folder.ts'
import { scanFoldersPlace } from '../../main/guardian/wipe/scan-folders-place.ts'
import { sessionRootPlace } from '../../main/guardian/wipe/session-root-place.ts'
import { onceWiped } from '../../main/guardian/wipe/wipe.ts'
import { systemScheduler } from '../../main/lib/scheduler.ts'
import { entriesIn, type Ground, makeGround } from './ground.ts'
import type { PlaceName } from './removers.ts'

/** Something hostile, and what a wipe must make of it. */
export type HostileThing = {
  row: string
  /** What is planted, in a few words. */
  planted: string
  /** Puts it into the ground's root. @returns a function that undoes what a removal cannot, if there is such a thing */
  plant(ground: Ground): Promise<unknown>
  /** What even a right removal has to leave below the root, and the code it must tell; nothing if left out. */
  left?: { entries: number; why: string }
}

export type Trial = {
  before: number
  after: number
  outsideLost: number
  /** How long the wipe and its read-back took. */
  seconds: number
  outcome: PlaceOutcome
}

/** Plants, wipes as the end of a session does, and looks with other eyes. @param base where the ground is made */
export async function trial(
  thing: HostileThing,
  place: PlaceName,
  removal: (root: string) => Promise<void>,
  base?: string,
): Promise<Trial> {
  const ground = await makeGround(base)
  let undo: unknown
  try {
    undo = await thing.plant(ground)
    const before = entriesIn(ground.root)
    const wiped =
      place === 'session root'
        ? sessionRootPlace(ground.root, removal)
        : scanFoldersPlace([scanFolder(ground.root)], removal)
    const start = performance.now()
    const { places } = await onceWiped([wiped], systemScheduler)()
    const seconds = (performance.now() - start) / 1000
    const outcome = places[0] as PlaceOutcome
    // A watched folder stays.
    const after = entriesIn(ground.root) - (place === 'session root' ? 0 : 1)
    return { before, after, outsideLost: await ground.outsideLost(), seconds, outcome }
  } finally {
    if (typeof undo === 'function') await undo()
    await ground.clear()
  }
}
