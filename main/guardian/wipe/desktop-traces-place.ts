import { join } from 'node:path'
import type { Mount } from './mounts.ts'
import type { WipePlace } from './place.ts'
import { recentEntries, removeRecentEntries, type Spot } from './recent-entries.ts'
import type { RecentFilesList } from './recent-files-list.ts'
import { isRemovable } from './removable-media-place.ts'
import type { SessionMoment } from './session-moment.ts'

/** Where a desktop remembers what its user did. The visitor has a home of its own; this is the guardian's user's. */
export function desktopSpots(home: string, env: NodeJS.ProcessEnv): { spots: Spot[]; recentFiles: string } {
  const data = env.XDG_DATA_HOME || join(home, '.local/share')
  const cache = env.XDG_CACHE_HOME || join(home, '.cache')
  return {
    recentFiles: join(data, 'recently-used.xbel'),
    spots: [
      { base: data, below: 'Trash', depth: 2 },
      { base: data, below: 'RecentDocuments', depth: 1 },
      { base: cache, below: 'thumbnails', depth: 2 },
      { base: home, below: '.thumbnails', depth: 2 },
    ],
  }
}

/** File systems of this machine's own disks: to look at one that is far away could hang. */
const localTypes = [
  'ext2',
  'ext3',
  'ext4',
  'xfs',
  'btrfs',
  'f2fs',
  'tmpfs',
  'vfat',
  'exfat',
  'ntfs',
  'ntfs3',
  'fuseblk',
]

/** Trash folders at the top of other disks. On a person's own stick it is theirs: that is unmounted, never wiped. */
export function trashSpots(mounts: readonly Mount[], user: { id: number; name: string }): Spot[] {
  return mounts
    .filter((mount) => localTypes.includes(mount.type) && !isRemovable(mount, user.name))
    .flatMap(({ point }): Spot[] => [
      { base: point, below: `.Trash-${user.id}`, depth: 2 },
      { base: point, below: `.Trash/${user.id}`, depth: 2 },
    ])
}

/** Recent files, thumbnails and trash since the session began. */
export function desktopTracesPlace(
  findSpots: () => Promise<Spot[]>,
  recentFiles: RecentFilesList,
  began: SessionMoment,
): WipePlace {
  const place = 'desktopTraces'
  return {
    place,
    wipe: async () => {
      const since = await began()
      const removals = (await findSpots()).map((spot) => removeRecentEntries(spot, since))
      // Each is attempted, whatever became of the others.
      const attempts = await Promise.allSettled([...removals, recentFiles.removeSince(since)])
      const failed = attempts.find((attempt) => attempt.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    },
    readBack: async (trouble) => {
      const since = await began()
      const looks = (await findSpots()).map(async (spot) => ({
        where: join(spot.base, spot.below),
        count: (await recentEntries(spot, since)).length,
      }))
      const listed = recentFiles.countSince(since).then((count) => ({ where: recentFiles.path, count }))
      const left = (await Promise.all([listed, ...looks])).filter(({ count }) => count > 0)
      if (left.length === 0) return { is: 'absent', place }
      return {
        is: 'present',
        place,
        what: `${left.reduce((sum, { count }) => sum + count, 0)} entries`,
        where: left.map(({ where }) => where).join(', '),
        why: trouble ?? 'still there after they were removed',
      }
    },
  }
}
