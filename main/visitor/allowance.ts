import type { WebContents } from 'electron'
import { hearActs } from './acts.ts'

/** How often a page may do something of its own accord: again each time the person acts in it. */
export class Allowance {
  readonly #most: number
  readonly #spent: () => void
  #taken = 0

  /** @param spent the page has asked for more; told once, until the person acts again */
  constructor(page: WebContents, most: number, spent: () => void) {
    this.#most = most
    this.#spent = spent
    hearActs(page, () => {
      this.#taken = 0
    })
  }

  /** @returns whether the page may once more */
  take(): boolean {
    this.#taken += 1
    if (this.#taken === this.#most + 1) this.#spent()
    return this.#taken <= this.#most
  }
}
