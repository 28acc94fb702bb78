import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Locator, Page } from '@playwright/test'

const run = promisify(execFile)

type Point = { x: number; y: number }

/** Clicks on the screen, as a hand does: through the X server, with nobody watching the pages. */
export async function clickAt({ x, y }: Point): Promise<void> {
  await run('xdotool', ['mousemove', `${Math.round(x)}`, `${Math.round(y)}`, 'click', '1'])
}

/** Presses a key of the keyboard on the desk. */
export async function pressOnDesk(key: string): Promise<void> {
  await run('xdotool', ['key', key])
}

/** Middle of what is seen, in a window that fills the screen. */
export async function middleOf(thing: Locator): Promise<Point> {
  const box = await thing.boundingBox()
  if (box === null) throw new Error('It is not seen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Where a hand finds each key of the keyboard that is shown. */
export type Keys = { write(text: string): Promise<void>; press(name: string): Promise<void> }

/** Learns where the keys are, in each layer: afterwards they are pressed without looking. */
export async function learnKeys(shell: Page): Promise<Keys> {
  const keyboard = shell.getByRole('toolbar', { name: 'Clavier' })
  const placesOf = async () => {
    const places = new Map<string, Point>()
    for (const key of await keyboard.getByRole('button').all()) {
      const point = await middleOf(key)
      places.set((await key.innerText()).trim(), point)
      places.set((await key.getAttribute('aria-label')) ?? '', point)
    }
    return places
  }
  const letters = await placesOf()
  await keyboard.getByText('éàç', { exact: true }).click()
  const accents = await placesOf()
  await keyboard.getByText('éàç', { exact: true }).click()
  await keyboard.getByText('#+=', { exact: true }).click()
  const signs = await placesOf()
  await keyboard.getByText('#+=', { exact: true }).click()

  const press = async (name: string, places = letters) => {
    const place = places.get(name)
    if (place === undefined) throw new Error(`There is no key « ${name} ».`)
    await clickAt(place)
  }
  const write = async (character: string) => {
    const small = character.toLowerCase()
    const name = character === ' ' ? 'Espace' : small
    if (letters.has(name)) {
      if (small !== character) await press('Majuscules')
      return press(name)
    }
    if (small !== character) await press('Majuscules')
    if (accents.has(small)) {
      await press('éàç')
      // One accent, and the letters are back.
      return press(small, accents)
    }
    await press('#+=')
    await press(character, signs)
    await press('#+=')
  }
  return {
    press,
    write: async (text) => {
      for (const character of text) await write(character)
    },
  }
}
