import type { WebContents } from 'electron'

/** What a hand does, of all that Chromium calls input. */
const acts = new Set(['mouseDown', 'rawKeyDown', 'touchStart', 'gestureTap'])

/** How often a page may do something of its own accord: again each time the person acts in it. */
export class Allowance {
  readonly #most: number
  readonly #spent: () => void
  #taken = 0

  /** @param spent the page has asked for more; told once, until the person acts again */
  constructor(page: WebContents, most: number, spent: () => void) {
    this.#most = most
    this.#spent = spent
    const renew = () => {
      this.#taken = 0
    }
    page.on('input-event', (_input, { type }) => {
      if (acts.has(type)) renew()
    })
    // A key pressed in a frame of another site is told by this alone.
    page.on('before-input-event', renew)
  }

  /** @returns whether the page may once more */
  take(): boolean {
    this.#taken += 1
    if (this.#taken === this.#most + 1) this.#spent()
    return this.#taken <= this.#most
  }
}
