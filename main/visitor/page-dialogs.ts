import type { EventEmitter } from 'node:events'
import type { WebContents, WebFrameMain } from 'electron'
import type { DialogAnswer, PageDialog } from '../../app/contracts/visitor-page.ts'
import { originOf } from '../../app/navigation/address.ts'
import { Allowance } from './allowance.ts'

/** What Electron tells of `alert` or `confirm`, and how it wants to be answered. */
type Asked = {
  frame: WebFrameMain | null
  dialogType: PageDialog['kind']
  messageText: string
}
type Reply = (accepted: boolean, text: string) => void

type Open = { dialog: PageDialog; reply: Reply }

/** From the third on, without an act of the person between, a page may be told to ask nothing more. */
const patientFor = 2
const longestText = 2000

/**
 * The dialogs of one page, shown by the shell in its place. Left alone, Electron opens a window of the desktop over
 * everything. Its event has no public name; should it ever change, `disableDialogs` keeps that window away
 * (page-preferences.ts) and pages are answered « no ».
 */
export class PageDialogs {
  readonly #page: WebContents
  readonly #name: () => string
  readonly #changed: () => void
  readonly #asked: Allowance
  #open: Open[] = []
  #count = 0
  /** Hosts that may ask nothing more, until the page is left. */
  #silenced = new Set<string>()

  /** @param name what a page without a host is called: a document */
  constructor(page: WebContents, name: () => string, changed: () => void) {
    this.#page = page
    this.#name = name
    this.#changed = changed
    this.#asked = new Allowance(page, patientFor, () => {})
    answerDialogs(page, (asked, reply) => this.#ask(asked, reply))
    const events: EventEmitter = page
    events.on('-cancel-dialogs', () => this.#drop())
    page.on('did-navigate', () => this.#silenced.clear())
  }

  /** What the page asks now. */
  get current(): PageDialog | null {
    return this.#open[0]?.dialog ?? null
  }

  /** Carries out the person's answer; one to a dialog that is gone is nothing. */
  answer({ dialog: id, accepted, silence }: DialogAnswer): void {
    const answered = this.#open.find(({ dialog }) => dialog.id === id)
    if (answered === undefined) return
    if (silence) this.#silenced.add(answered.dialog.host)
    this.#open = this.#open.filter((other) => other !== answered)
    answered.reply(accepted, '')
    this.#changed()
  }

  /** The person leaves, and has said so: whatever the page asks is answered « yes » from now on. */
  acceptAll(): void {
    acceptDialogs(this.#page)
    for (const { reply } of this.#open) reply(true, '')
    this.#drop()
  }

  #ask({ frame, dialogType, messageText }: Asked, reply: Reply): void {
    const host = originOf(frame?.url ?? '')?.host ?? this.#name()
    if (this.#silenced.has(host)) {
      reply(false, '')
      return
    }
    const maySilence = !this.#asked.take()
    this.#count += 1
    const dialog = {
      id: this.#count,
      kind: dialogType,
      host,
      text: messageText.slice(0, longestText),
      maySilence,
    }
    this.#open.push({ dialog, reply })
    this.#changed()
  }

  #drop(): void {
    if (this.#open.length === 0) return
    this.#open = []
    this.#changed()
  }
}

/** Answers « yes » to whatever a page asks from now on. */
export function acceptDialogs(page: WebContents): void {
  answerDialogs(page, (_asked, reply) => reply(true, ''))
}

/** Takes the place of Electron's own answer to the dialogs of a page. */
function answerDialogs(page: WebContents, answer: (asked: Asked, reply: Reply) => void): void {
  const events: EventEmitter = page
  events.removeAllListeners('-run-dialog')
  events.on('-run-dialog', answer)
}
