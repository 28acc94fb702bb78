import type { WebContents } from 'electron'
import { type Comfort, usualComfort } from '../../app/session/comfort.ts'

/** The distances WCAG 1.4.12 asks every page to bear, with the weight of a reader's own style sheet. */
const wideSpacing = `
  :not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

const arrow =
  '<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64" viewBox="0 0 24 24">' +
  '<path d="M3 1.5v17l4.3-4 2.9 6.8 3.1-1.4-2.9-6.6H16z" fill="#000" stroke="#fff" stroke-width="1.4"/></svg>'
const largePointer = `*, *::before, *::after {
  cursor: url("data:image/svg+xml,${encodeURIComponent(arrow)}") 8 4, default !important }`

/** How a page of the web is shown to a person who needs more room between letters, or a larger pointer. */
export class PageStyle {
  readonly #contents: WebContents
  #comfort = usualComfort
  #worn: Promise<string>[] = []

  constructor(contents: WebContents) {
    this.#contents = contents
    // A new document has none of what the one before was given.
    contents.on('dom-ready', () => {
      this.#worn = []
      this.#putOn()
    })
  }

  wear(comfort: Comfort): void {
    this.#comfort = comfort
    for (const key of this.#worn) key.then((it) => this.#contents.removeInsertedCSS(it)).catch(() => {})
    this.#worn = []
    this.#putOn()
  }

  #putOn(): void {
    if (this.#comfort.spacing === 'wide') this.#insert(wideSpacing)
    if (this.#comfort.pointer === 'large') this.#insert(largePointer)
  }

  #insert(css: string): void {
    const key = this.#contents.insertCSS(css, { cssOrigin: 'user' })
    // A page that has gone needs no style.
    key.catch(() => {})
    this.#worn.push(key)
  }
}
