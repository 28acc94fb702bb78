import type { Mount } from './mounts.ts'
import type { WipePlace } from './place.ts'

/** Takes a medium out of the tree of folders. @throws when it cannot be, and why */
export type Unmount = (mount: Mount) => Promise<void>

/** Whether a desktop mounted this for that user: the folders where it does are named after the user. */
export function isRemovable({ point }: Mount, user: string): boolean {
  return [`/media/${user}/`, `/run/media/${user}/`].some((folder) => point.startsWith(folder))
}

/** USB sticks and the like that a person left in: unmounted, so that the next person does not meet them; never wiped. */
export function removableMediaPlace(
  readMounts: () => Promise<Mount[]>,
  user: string,
  unmount: Unmount,
): WipePlace {
  const place = 'removableMedia'
  const ours = async () => (await readMounts()).filter((mount) => isRemovable(mount, user))
  return {
    place,
    wipe: async () => {
      // What is mounted inside another comes first.
      const deepestFirst = (await ours()).sort((a, b) => b.point.length - a.point.length)
      let trouble: unknown
      for (const mount of deepestFirst) {
        await unmount(mount).catch((error: unknown) => {
          trouble ??= error
        })
      }
      if (trouble !== undefined) throw trouble
    },
    readBack: async (trouble) => {
      const left = await ours()
      if (left.length === 0) return { is: 'absent', place }
      return {
        is: 'present',
        place,
        what: `${left.length} media: remove the USB stick`,
        // The device alone: a medium is mounted under the name that its owner gave it.
        where: left.map(({ source }) => source).join(', '),
        why: trouble ?? 'still mounted after it was unmounted',
      }
    },
  }
}
