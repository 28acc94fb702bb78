import type { ToVisitor } from '../../app/contracts/visitor-link.ts'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import type { PageTrouble } from '../../app/documents/scanned-page.ts'
import type { GuardianLink } from './guardian-link.ts'
import type { Shelf } from './shelf.ts'

type Told = Extract<ToVisitor, { type: 'documentArrived' | 'pageRefused' | 'scanProgress' | 'scanEnded' }>

/** Pages that come from a scanner: the guardian scans and moves them, the shelf takes them in. */
export class Scanner {
  readonly #guardian: GuardianLink
  readonly #shelf: Shelf
  readonly #changed: () => void
  #percent: number | null = null
  #trouble: PageTrouble | null = null

  constructor(guardian: GuardianLink, shelf: Shelf, changed: () => void) {
    this.#guardian = guardian
    this.#shelf = shelf
    this.#changed = changed
  }

  /** Why the last page did not come, until `forget`. */
  get trouble(): VisitorView['pageTrouble'] {
    return this.#trouble
  }

  /** How far the page is that is being scanned; `null` when none is. */
  get percent(): number | null {
    return this.#percent
  }

  forget(): void {
    this.#trouble = null
  }

  ask(): void {
    if (this.#percent !== null) return
    this.#trouble = null
    this.#percent = 0
    this.#guardian.send({ type: 'scanAsked' })
    this.#changed()
  }

  cancel(): void {
    this.#guardian.send({ type: 'scanCancelled' })
  }

  async hear(message: Told): Promise<void> {
    if (message.type === 'documentArrived') {
      await this.#shelf.receive(message).catch(() => {
        this.#trouble = 'failed'
      })
    }
    if (message.type === 'pageRefused') this.#trouble = message.why
    if (message.type === 'scanProgress' && this.#percent !== null) this.#percent = message.percent
    if (message.type === 'scanEnded') this.#percent = null
    this.#changed()
  }
}
