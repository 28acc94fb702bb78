import type { ToVisitor } from '../../app/contracts/visitor-link.ts'
import type { StickTask } from '../../app/contracts/visitor-tasks.ts'
import type { Document } from '../../app/documents/document.ts'
import type { Stick } from '../../app/sticks/stick.ts'
import type { GuardianLink } from './guardian-link.ts'
import type { Shelf } from './shelf.ts'

type Told = Extract<ToVisitor, { type: 'sticks' | 'stickFolder' | 'copyProgress' | 'stickDone' }>
type Arrived = Extract<ToVisitor, { type: 'documentArrived' }>

const lookEveryMilliseconds = 1500

const fresh = {
  is: 'stick',
  sticks: [],
  stick: null,
  path: [],
  entries: [],
  percent: null,
  copied: false,
  trouble: null,
  released: false,
} as const satisfies Partial<StickTask>

/** What the person does with a USB stick. The guardian alone reaches it: here is told what it says. */
export class Sticks {
  readonly #guardian: GuardianLink
  readonly #shelf: Shelf
  readonly #arrived: (document: Document) => void
  readonly #changed: () => void
  #task: StickTask | null = null
  #timer: NodeJS.Timeout | undefined

  /** @param arrived a file of a stick is on the shelf now */
  constructor(
    guardian: GuardianLink,
    shelf: Shelf,
    arrived: (document: Document) => void,
    changed: () => void,
  ) {
    this.#guardian = guardian
    this.#shelf = shelf
    this.#arrived = arrived
    this.#changed = changed
  }

  get view(): StickTask | null {
    return this.#task
  }

  /** Looks for a document on a stick. */
  browse(): void {
    this.#begin(null)
  }

  /** Puts a document on a stick. */
  copy(id: string): void {
    const document = this.#shelf.get(id)
    if (document?.state === 'complete') this.#begin(document.name)
  }

  choose(id: string): void {
    const stick = this.#task?.sticks.find((each) => each.id === id)
    if (stick === undefined || this.#task?.percent !== null) return
    this.#change({ stick, path: [], entries: [], copied: false, trouble: null, released: false })
    const { document } = this.#task
    if (document === null) this.#look([])
    else {
      this.#change({ percent: 0 })
      this.#guardian.send({ type: 'copyToStickAsked', stick: id, name: document })
    }
  }

  /** Opens a folder of the stick, or takes a file of it. */
  enter(name: string): void {
    const entry = this.#task?.entries.find((each) => each.name === name)
    if (entry === undefined || this.#task?.stick == null || this.#task.percent !== null) return
    const path = [...this.#task.path, name]
    if (entry.kind === 'folder') this.#look(path)
    else {
      this.#change({ percent: 0, trouble: null })
      this.#guardian.send({ type: 'copyFromStickAsked', stick: this.#task.stick.id, path })
    }
  }

  up(): void {
    if (this.#task === null || this.#task.percent !== null) return
    if (this.#task.path.length > 0) this.#look(this.#task.path.slice(0, -1))
    else this.#change({ stick: null, entries: [], trouble: null })
  }

  stop(): void {
    this.#guardian.send({ type: 'copyCancelled' })
  }

  release(): void {
    if (this.#task?.stick) this.#guardian.send({ type: 'stickReleaseAsked', stick: this.#task.stick.id })
  }

  leave(): void {
    if (this.#task === null) return
    if (this.#task.percent !== null) this.stop()
    clearInterval(this.#timer)
    this.#task = null
    this.#changed()
  }

  async receive(arrived: Arrived): Promise<void> {
    this.leave()
    // A file that cannot be taken in was wiped meanwhile, or its folder: there is nothing to tell of it.
    const document = await this.#shelf.receive(arrived).catch(() => null)
    if (document !== null) this.#arrived(document)
  }

  hear(message: Told): void {
    if (this.#task === null) return
    if (message.type === 'sticks') this.#show(message.sticks)
    if (message.type === 'stickFolder') this.#change({ entries: message.entries })
    if (message.type === 'copyProgress' && this.#task.percent !== null)
      this.#change({ percent: message.percent })
    if (message.type === 'stickDone') this.#end(message)
  }

  #begin(document: string | null): void {
    if (this.#task !== null) return
    this.#task = { ...fresh, sticks: [], path: [], entries: [], document }
    const ask = () => this.#guardian.send({ type: 'sticksAsked' })
    this.#timer = setInterval(ask, lookEveryMilliseconds)
    ask()
    this.#changed()
  }

  #look(path: string[]): void {
    if (this.#task?.stick == null) return
    this.#change({ path, entries: [], trouble: null })
    this.#guardian.send({ type: 'stickFolderAsked', stick: this.#task.stick.id, path })
  }

  #show(sticks: Stick[]): void {
    const stick = this.#task?.stick
    const isGone = stick !== null && !sticks.some(({ id }) => id === stick?.id)
    // One that was looked into and is pulled out; a copy, or a release, tells that itself.
    if (isGone && this.#task?.document === null && this.#task.percent === null)
      this.#change({ stick: null, path: [], entries: [], trouble: 'pulled' })
    this.#change({ sticks })
  }

  #end({ did, trouble }: Extract<Told, { type: 'stickDone' }>): void {
    if (did === 'copy') this.#change({ percent: null, trouble, copied: trouble === null })
    if (did === 'cancel') this.#change({ percent: null, stick: this.#task?.document ? null : this.#stick })
    if (did === 'release') this.#change({ released: trouble === null, trouble })
    if (did === 'look' && trouble !== null) this.#change({ trouble })
  }

  get #stick(): Stick | null {
    return this.#task?.stick ?? null
  }

  #change(change: Partial<StickTask>): void {
    if (this.#task === null) return
    this.#task = { ...this.#task, ...change }
    this.#changed()
  }
}
