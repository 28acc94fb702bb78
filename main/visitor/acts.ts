import type { WebContents } from 'electron'

/** What a hand does, of all that Chromium calls input. */
const acts = new Set(['mouseDown', 'rawKeyDown', 'touchStart', 'gestureTap'])

/** Tells that the person does something in a page: presses a key, a button, the screen. */
export function hearActs(page: WebContents, act: () => void): void {
  page.on('input-event', (_input, { type }) => {
    if (acts.has(type)) act()
  })
  // A key pressed in a frame of another site is told by this alone.
  page.on('before-input-event', act)
}
