import type { WipePlace } from './place.ts'

/**
 * Electron's clipboard, as far as both supported versions go: until 43 one object takes the selection's name, from 44
 * the selection is an object of its own and reading is asynchronous.
 */
export type ElectronClipboard = {
  clear(type?: 'selection'): void
  availableFormats?(type?: 'selection'): string[]
  read?(): Promise<readonly { types: readonly string[] }[]>
  selection?: ElectronClipboard
}

/** What was copied or marked. */
export function clipboardPlace(clipboard: ElectronClipboard, platform: NodeJS.Platform): WipePlace {
  const withSelection = platform === 'linux'
  return {
    place: 'clipboard',
    wipe: async () => {
      clipboard.clear()
      if (!withSelection) return
      if (clipboard.selection === undefined) clipboard.clear('selection')
      else clipboard.selection.clear()
    },
    readBack: async (trouble) => {
      const copied = await formatsOf(clipboard)
      const marked = withSelection ? await formatsOf(clipboard.selection ?? clipboard, 'selection') : []
      const left = copied.length + marked.length
      if (left === 0) return { is: 'absent', place: 'clipboard' }
      return {
        is: 'present',
        place: 'clipboard',
        what: `${left} formats`,
        where: copied.length > 0 ? 'clipboard' : 'primary selection',
        why: trouble ?? 'filled again after it was cleared',
      }
    },
  }
}

async function formatsOf(clipboard: ElectronClipboard, type?: 'selection'): Promise<readonly string[]> {
  if (clipboard.availableFormats !== undefined) return clipboard.availableFormats(type)
  if (clipboard.read === undefined) throw new Error('this Electron cannot read the clipboard')
  return (await clipboard.read()).flatMap((item) => item.types)
}
