import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../../lib/durable-file.ts'
import type { WipePlace } from './place.ts'
import type { RemoveTree } from './remove-tree.ts'

/** The one folder a visitor can write in. */
export function sessionRootPlace(root: string, removeTree: RemoveTree): WipePlace {
  return {
    place: 'sessionRoot',
    wipe: () => removeTree(root),
    readBack: async (trouble) => {
      if (await isAbsent(root)) return { is: 'absent', place: 'sessionRoot' }
      return {
        is: 'present',
        place: 'sessionRoot',
        what: `${await countEntries(root)} entries`,
        where: root,
        why: trouble ?? 'still there after it was removed',
      }
    },
  }
}

/** Every session root below a base: what recovery finds after a crash. */
export function abandonedRootsPlace(bases: readonly string[], removeTree: RemoveTree): WipePlace {
  return {
    place: 'sessionRoot',
    wipe: async () => {
      // Each is attempted, whatever became of the others.
      const removals = await Promise.allSettled(bases.map(removeTree))
      const failed = removals.find((removal) => removal.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    },
    readBack: async (trouble) => {
      const left: string[] = []
      for (const base of bases) if (!(await isAbsent(base))) left.push(base)
      if (left.length === 0) return { is: 'absent', place: 'sessionRoot' }
      const counts = await Promise.all(left.map(countEntries))
      return {
        is: 'present',
        place: 'sessionRoot',
        what: `${counts.reduce((sum, n) => sum + n, 0)} entries`,
        where: left.join(', '),
        why: trouble ?? 'still there after it was removed',
      }
    },
  }
}

/** @throws any error but absence: a folder that cannot be looked at is not known to be gone */
async function isAbsent(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return false
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true
    throw error
  }
}

/** Entries below a folder, itself included; what cannot be opened counts as one. */
async function countEntries(path: string): Promise<number> {
  const below = await readdir(path, { withFileTypes: true }).catch(() => [])
  let entries = 1
  for (const entry of below) entries += entry.isDirectory() ? await countEntries(join(path, entry.name)) : 1
  return entries
}
