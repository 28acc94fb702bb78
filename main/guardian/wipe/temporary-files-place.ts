import { join } from 'node:path'
import type { WipePlace } from './place.ts'
import { recentEntries, removeRecentEntries, type Spot } from './recent-entries.ts'
import type { SessionMoment } from './session-moment.ts'

/**
 * What Chromium calls the files that it makes in shared memory or a temporary folder. Nothing else there is known to be
 * a person's: a visitor has a temporary folder of its own in its session root, and others of this user keep theirs here.
 */
const prefix = '.org.chromium.'

/** Which of these paths a living program still works with. */
export type FindInUse = (paths: readonly string[]) => Promise<string[]>

/**
 * What programs of the session left in the machine's temporary folders. A visitor's programs have ended by now: what a
 * living program holds open is another's, the guardian's own included.
 */
export function temporaryFilesPlace(
  folders: readonly string[],
  began: SessionMoment,
  findInUse: FindInUse,
): WipePlace {
  const place = 'temporaryFiles'
  const spots = [...new Set(folders)].map((base): Spot => ({ base, below: '', depth: 1, prefix }))
  /** Names of what is there, and is nobody's any more. */
  const abandoned = async (spot: Spot): Promise<string[]> => {
    const since = await began()
    const found = await recentEntries(spot, since)
    if (found.length === 0) return []
    const inUse = await findInUse(found.map((name) => join(spot.base, name)))
    // Looked for again: what a program held open and took away meanwhile is no longer in use, and not there either.
    const still = await recentEntries(spot, since)
    return found.filter((name) => still.includes(name) && !inUse.includes(join(spot.base, name)))
  }
  return {
    place,
    wipe: async () => {
      // Each is attempted, whatever became of the others.
      const removals = spots.map(async (spot) => {
        const left = await abandoned(spot)
        if (left.length > 0) await removeRecentEntries(spot, await began(), left)
      })
      const failed = (await Promise.allSettled(removals)).find((removal) => removal.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    },
    readBack: async (trouble) => {
      const looks = spots.map(async (spot) => ({ folder: spot.base, left: (await abandoned(spot)).length }))
      const unclean = (await Promise.all(looks)).filter(({ left }) => left > 0)
      if (unclean.length === 0) return { is: 'absent', place }
      return {
        is: 'present',
        place,
        what: `${unclean.reduce((sum, { left }) => sum + left, 0)} entries`,
        where: unclean.map(({ folder }) => folder).join(', '),
        why: trouble ?? 'still there after they were removed',
      }
    },
  }
}
