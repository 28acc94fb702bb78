import type { ScanFolder } from '../scans/scan-folder.ts'
import type { WipePlace } from './place.ts'
import type { EmptyFolder } from './remove-tree.ts'

/** The folders a scanner drops pages in. The folders stay, whatever is in them goes. */
export function scanFoldersPlace(folders: readonly ScanFolder[], emptyFolder: EmptyFolder): WipePlace {
  const place = 'scanFolders'
  return {
    place,
    wipe: async () => {
      // Each is attempted, whatever became of the others.
      const attempts = await Promise.allSettled(folders.map(({ path }) => emptyFolder(path)))
      const failed = attempts.find((attempt) => attempt.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    },
    readBack: async (trouble) => {
      const looks = await Promise.all(
        folders.map(async (folder) => ({ path: folder.path, look: await folder.look() })),
      )
      const left = looks.flatMap(({ path, look }) =>
        look.is === 'there' && look.names.length > 0 ? [{ path, entries: look.names.length }] : [],
      )
      if (left.length > 0) {
        return {
          is: 'present',
          place,
          what: `${left.reduce((sum, { entries }) => sum + entries, 0)} entries`,
          where: left.map(({ path }) => path).join(', '),
          why: trouble ?? 'still there after they were removed',
        }
      }
      const [gone] = looks.flatMap(({ path, look }) => (look.is === 'gone' ? [{ path, why: look.why }] : []))
      if (gone !== undefined) return { is: 'unverifiable', place, where: gone.path, why: gone.why }
      return { is: 'absent', place }
    },
  }
}
