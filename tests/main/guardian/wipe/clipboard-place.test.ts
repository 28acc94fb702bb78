import { describe, expect, test } from 'vitest'
import { clipboardPlace, type ElectronClipboard } from '../../../../main/guardian/wipe/clipboard-place.ts'

type Held = { copied: string[]; marked: string[] }

/** As Electron had it until 43: one object, synchronous. */
function olderClipboard(held: Held): ElectronClipboard {
  return {
    clear: (type) => {
      if (type === 'selection') held.marked = []
      else held.copied = []
    },
    availableFormats: (type) => (type === 'selection' ? held.marked : held.copied),
  }
}

/** As Electron has it from 44: the selection is an object of its own, reading is asynchronous. */
function newerClipboard(held: Held): ElectronClipboard {
  const part = (name: keyof Held): ElectronClipboard => ({
    clear: () => {
      held[name] = []
    },
    read: async () => (held[name].length > 0 ? [{ types: held[name] }] : []),
  })
  return { ...part('copied'), selection: part('marked') }
}

describe.each([
  ['until Electron 43', olderClipboard],
  ['from Electron 44', newerClipboard],
])('the clipboard %s', (_version, make) => {
  test('is emptied of what was copied and of what was marked', async () => {
    const held = { copied: ['text/plain', 'text/html'], marked: ['text/plain'] }
    const place = clipboardPlace(make(held), 'linux')
    expect(await place.readBack(null)).toMatchObject({ is: 'present', what: '3 formats', where: 'clipboard' })
    await place.wipe()
    expect(held).toEqual({ copied: [], marked: [] })
    expect(await place.readBack(null)).toEqual({ is: 'absent', place: 'clipboard' })
  })

  test('that only a marked text fills is not empty', async () => {
    const place = clipboardPlace(make({ copied: [], marked: ['text/plain'] }), 'linux')
    expect(await place.readBack(null)).toMatchObject({ is: 'present', where: 'primary selection' })
  })

  test('has no selection but on Linux', async () => {
    const held = { copied: ['text/plain'], marked: ['text/plain'] }
    const place = clipboardPlace(make(held), 'win32')
    await place.wipe()
    expect(held.marked).toEqual(['text/plain'])
    expect(await place.readBack(null)).toEqual({ is: 'absent', place: 'clipboard' })
  })
})

test('a clipboard that cannot be read is no empty clipboard', async () => {
  const place = clipboardPlace({ clear: () => {} }, 'win32')
  await expect(place.readBack(null)).rejects.toThrow('cannot read')
})
