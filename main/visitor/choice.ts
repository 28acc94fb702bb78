import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { app } from 'electron'
import type { ChoiceTask } from '../../app/contracts/visitor-tasks.ts'
import { isAccepted } from '../../app/documents/accepted.ts'
import { plainFs } from '../lib/plain-fs.ts'
import type { ChooserOpened } from './interception.ts'
import type { Shelf } from './shelf.ts'

const { copyFile, mkdir } = plainFs.promises

/** The documents a site is given: those of the session, nothing else of the machine. One site asks at a time. */
export class Choice {
  readonly #shelf: Shelf
  readonly #changed: () => void
  #asked: { chooser: ChooserOpened; host: string } | null = null
  #chosen: readonly string[] = []

  constructor(shelf: Shelf, changed: () => void) {
    this.#shelf = shelf
    this.#changed = changed
  }

  get view(): ChoiceTask | null {
    if (this.#asked === null) return null
    const { chooser, host } = this.#asked
    const accept = chooser.attributes.get('accept') ?? ''
    const unexpected = this.#shelf.list().filter(({ name }) => !isAccepted(name, accept))
    return {
      is: 'choice',
      host,
      several: this.#isSeveral,
      folder: chooser.attributes.has('webkitdirectory'),
      chosen: this.#documents.map(({ id }) => id),
      unexpected: unexpected.map(({ id }) => id),
    }
  }

  /** @param host of the page, as the bar shows it */
  open(chooser: ChooserOpened, host: string): void {
    if (this.#asked !== null) return
    this.#asked = { chooser, host }
    this.#chosen = []
    // A page that goes takes its question with it.
    chooser.page.once('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#forget(chooser)
    })
    chooser.page.once('destroyed', () => this.#forget(chooser))
    this.#changed()
  }

  toggle(id: string): void {
    if (this.#chosen.includes(id)) this.#chosen = this.#chosen.filter((other) => other !== id)
    else this.#chosen = this.#isSeveral ? [...this.#chosen, id] : [id]
    this.#changed()
  }

  /** Hands the documents over. A field that is gone meanwhile gets nothing, and nobody is told: so is its page. */
  async give(): Promise<void> {
    if (this.#asked === null || this.#documents.length === 0) return
    const { chooser } = this.#asked
    const paths = this.#documents.map((document) => this.#shelf.pathOf(document))
    const folder = chooser.attributes.has('webkitdirectory')
    this.cancel()
    await chooser.give(folder ? [await this.#folderOf(paths)] : paths).catch(() => {})
  }

  cancel(): void {
    this.#asked = null
    this.#chosen = []
    this.#changed()
  }

  get #isSeveral(): boolean {
    const chooser = this.#asked?.chooser
    return chooser !== undefined && (chooser.several || chooser.attributes.has('webkitdirectory'))
  }

  /** One may have been deleted since it was chosen. */
  get #documents() {
    return this.#chosen
      .map((id) => this.#shelf.get(id))
      .filter((document) => document !== undefined && document.state === 'complete')
      .filter((document) => document !== undefined)
  }

  #forget(chooser: ChooserOpened): void {
    if (this.#asked?.chooser === chooser) this.cancel()
  }

  /** A folder of its own that holds these and no other. */
  async #folderOf(paths: readonly string[]): Promise<string> {
    const folder = join(app.getPath('temp'), randomBytes(8).toString('hex'), 'documents')
    await mkdir(folder, { recursive: true })
    for (const path of paths) await copyFile(path, join(folder, path.split(/[\\/]/).at(-1) ?? 'document'))
    return folder
  }
}
