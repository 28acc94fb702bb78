import { type WebContents, WebContentsView } from 'electron'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import type { Document } from '../../app/documents/document.ts'
import { type Comfort, usualComfort } from '../../app/session/comfort.ts'
import { Allowance } from './allowance.ts'
import type { Gate } from './gate.ts'
import { pagePreferences } from './page-preferences.ts'
import { withoutPrintButton } from './pdf-viewer.ts'
import { printAddress } from './print-guard.ts'
import type { Sessions } from './sessions.ts'
import { Tab } from './tab.ts'
import { documentAddress } from './viewer.ts'

const mostTabs = 12
/** A page opens no more windows than these, until the person acts in it again. */
const mostWindows = 3
/** Nor does it ask more often to be printed. */
const mostPrints = 1

type See = (page: WebContents, address: string) => void

/** The pages that are open, and what fills the window under the bar: one of them, home or the shelf. */
export class Tabs {
  readonly #changed: () => void
  readonly #see: See
  readonly #print: (tab: Tab) => void
  readonly #sessions: Sessions
  readonly #gate: Gate
  #showing: VisitorView['showing'] = 'home'
  #comfort = usualComfort
  #notice: VisitorView['notice'] = null
  #open: Tab[] = []
  /** Most recently looked at first. */
  #looked: Tab[] = []

  /**
   * @param changed a tab has come, gone, been selected, or shows something else
   * @param see brings something a page has made onto the shelf, to be looked at from there
   * @param print the page that is shown asks to be printed
   */
  constructor(sessions: Sessions, gate: Gate, changed: () => void, see: See, print: (tab: Tab) => void) {
    this.#sessions = sessions
    this.#gate = gate
    this.#changed = changed
    this.#see = see
    this.#print = print
  }

  get all(): readonly Tab[] {
    return this.#open
  }

  get showing(): VisitorView['showing'] {
    return this.#showing
  }

  /** Why a page was not opened, until the person goes on. */
  get notice(): VisitorView['notice'] {
    return this.#notice
  }

  dismissNotice(): void {
    this.#notice = null
    this.#changed()
  }

  /** The tab looked at last, even while home or the shelf is shown. */
  get active(): Tab | null {
    return this.#looked[0] ?? null
  }

  /** The tab looked at last among those at a host that fits. */
  lastAt(fits: (host: string) => boolean): Tab | undefined {
    return this.#looked.find((tab) => tab.host !== null && fits(tab.host))
  }

  /** Opens an address of the web in a tab of its own, or tells there why not, unless there are too many. */
  open(address: string): void {
    if (this.#refuseWhenFull()) return
    const view = new WebContentsView({
      webPreferences: { ...pagePreferences, session: this.#sessions.visit },
    })
    const tab = this.#add(view, null)
    const refusal = this.#gate.refusalOfPage(address)
    if (refusal === null) tab.load(this.#gate.secureFormOf(address) ?? address)
    else tab.refuse(refusal)
  }

  /** The tab of a page; a page nobody sees has none. */
  of(page: WebContents): Tab | undefined {
    return this.#open.find(({ contents }) => contents === page)
  }

  /** Opens a document of the shelf, without a network. */
  openDocument(document: Document): Tab | null {
    if (this.#refuseWhenFull()) return null
    const view = new WebContentsView({
      webPreferences: { ...pagePreferences, session: this.#sessions.documents },
    })
    const tab = this.#add(view, document.name)
    // A link in a document leads to the web, in a tab like any other.
    tab.contents.setWindowOpenHandler(({ url }) => {
      this.open(url)
      return { action: 'deny' }
    })
    withoutPrintButton(tab.contents)
    tab.load(documentAddress(document))
    return tab
  }

  /** Shows home, the shelf or the charter; the tabs stay open behind. */
  leaveFor(place: Exclude<VisitorView['showing'], 'page'>): void {
    this.#notice = null
    this.#showing = place
    this.#changed()
  }

  select(tab: Tab): void {
    this.#notice = null
    this.#showing = 'page'
    this.#looked = [tab, ...this.#looked.filter((other) => other !== tab)]
    this.#changed()
  }

  /** A tab that was opened for a download alone has nothing to show. */
  closeIfEmpty(page: WebContents): void {
    if (this.of(page)?.isEmpty) page.close()
  }

  /** How the person reads best: for the pages that are open, and for those to come. */
  setComfort(comfort: Comfort): void {
    const isNewSize = comfort.textPercent !== this.#comfort.textPercent
    this.#comfort = comfort
    for (const tab of this.#open) {
      if (isNewSize) tab.zoomPercent = comfort.textPercent
      tab.style.wear(comfort)
    }
  }

  mute(muted: boolean): void {
    for (const { contents } of this.#open) contents.setAudioMuted(muted)
  }

  /** The person leaves: whatever pages still ask is answered « yes ». */
  acceptDialogs(): void {
    for (const { dialogs } of this.#open) dialogs.acceptAll()
  }

  #refuseWhenFull(): boolean {
    if (this.#open.length < mostTabs) return false
    this.#tell('tabsFull')
    return true
  }

  #tell(notice: NonNullable<VisitorView['notice']>): void {
    this.#notice = notice
    this.#changed()
  }

  #add(view: WebContentsView, documentName: string | null): Tab {
    const tab = new Tab(view, documentName, this.#gate.refusalOfFailed, this.#changed)
    if (documentName === null) this.#letOpenWindows(tab)
    // A page that closes itself ends here too.
    tab.contents.once('destroyed', () => {
      this.#open = this.#open.filter((other) => other !== tab)
      this.#looked = this.#looked.filter((other) => other !== tab)
      this.#notice = null
      if (this.active === null && this.#showing === 'page') this.#showing = 'home'
      this.#changed()
    })
    tab.zoomPercent = this.active?.zoomPercent ?? this.#comfort.textPercent
    tab.style.wear(this.#comfort)
    this.#open = [...this.#open, tab]
    this.select(tab)
    return tab
  }

  /** A window a page opens becomes a tab and keeps its opener, on which sign-in by pop-up depends. */
  #letOpenWindows(tab: Tab): void {
    const prints = new Allowance(tab.contents, mostPrints, () => {})
    const allowance = new Allowance(tab.contents, mostWindows, () => this.#tell('windowsRefused'))
    tab.contents.setWindowOpenHandler(({ url }) => {
      if (url === printAddress) {
        if (this.#showing === 'page' && tab === this.active && prints.take()) this.#print(tab)
        return { action: 'deny' }
      }
      const address = url === '' ? 'about:blank' : url
      const mayTry = allowance.take() && !this.#refuseWhenFull()
      if (isBlob(address)) this.#see(tab.contents, address)
      else if (mayTry && this.#gate.refusalOfPage(address) !== null) this.open(address)
      if (!mayTry || this.#gate.refusalOfPage(address) !== null) return { action: 'deny' }
      return {
        action: 'allow',
        outlivesOpener: true,
        overrideBrowserWindowOptions: { webPreferences: pagePreferences },
        createWindow: (options) => this.#add(new WebContentsView(options), null).contents,
      }
    })
    tab.contents.on('will-frame-navigate', ({ url, isMainFrame }) => {
      if (isMainFrame && isBlob(url)) this.#see(tab.contents, url)
    })
  }
}

/** What a page has made itself, such as a PDF it shows once it has fetched it. */
function isBlob(address: string): boolean {
  return address.startsWith('blob:')
}
