import { type WebContents, WebContentsView } from 'electron'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import type { Document } from '../../app/documents/document.ts'
import { mayOpen } from '../../app/navigation/address.ts'
import { type Comfort, usualComfort } from '../../app/session/comfort.ts'
import { pagePreferences } from './page-preferences.ts'
import type { Sessions } from './sessions.ts'
import { Tab } from './tab.ts'
import { documentAddress } from './viewer.ts'

const mostTabs = 12

type See = (page: WebContents, address: string) => void

/** The pages that are open, and what fills the window under the bar: one of them, home or the shelf. */
export class Tabs {
  readonly #changed: () => void
  readonly #see: See
  readonly #sessions: Sessions
  #showing: VisitorView['showing'] = 'home'
  #comfort = usualComfort
  #open: Tab[] = []
  /** Most recently looked at first. */
  #looked: Tab[] = []

  /**
   * @param changed a tab has come, gone, been selected, or shows something else
   * @param see brings something a page has made onto the shelf, to be looked at from there
   */
  constructor(sessions: Sessions, changed: () => void, see: See) {
    this.#sessions = sessions
    this.#changed = changed
    this.#see = see
  }

  get all(): readonly Tab[] {
    return this.#open
  }

  get showing(): VisitorView['showing'] {
    return this.#showing
  }

  /** The tab looked at last, even while home or the shelf is shown. */
  get active(): Tab | null {
    return this.#looked[0] ?? null
  }

  /** The tab looked at last among those at a host that fits. */
  lastAt(fits: (host: string) => boolean): Tab | undefined {
    return this.#looked.find((tab) => tab.host !== null && fits(tab.host))
  }

  /** Opens an address of the web in a tab of its own, unless there are too many. */
  open(address: string): void {
    if (this.#isFull || !mayOpen(address)) return
    const view = new WebContentsView({
      webPreferences: { ...pagePreferences, session: this.#sessions.visit },
    })
    this.#add(view, null).load(address)
  }

  /** Opens a document of the shelf, without a network. */
  openDocument(document: Document): void {
    if (this.#isFull) return
    const view = new WebContentsView({
      webPreferences: { ...pagePreferences, session: this.#sessions.documents },
    })
    const tab = this.#add(view, document.name)
    // A link in a document leads to the web, in a tab like any other.
    tab.contents.setWindowOpenHandler(({ url }) => {
      this.open(url)
      return { action: 'deny' }
    })
    tab.load(documentAddress(document))
  }

  /** Shows home, the shelf or the charter; the tabs stay open behind. */
  leaveFor(place: Exclude<VisitorView['showing'], 'page'>): void {
    this.#showing = place
    this.#changed()
  }

  select(tab: Tab): void {
    this.#showing = 'page'
    this.#looked = [tab, ...this.#looked.filter((other) => other !== tab)]
    this.#changed()
  }

  /** A tab that was opened for a download alone has nothing to show. */
  closeIfEmpty(page: WebContents): void {
    const tab = this.#open.find((candidate) => candidate.contents === page)
    if (tab?.isEmpty) page.close()
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

  get #isFull(): boolean {
    return this.#open.length >= mostTabs
  }

  #add(view: WebContentsView, documentName: string | null): Tab {
    const tab = new Tab(view, documentName, this.#changed)
    if (documentName === null) this.#letOpenWindows(tab)
    // A page that closes itself ends here too.
    tab.contents.once('destroyed', () => {
      this.#open = this.#open.filter((other) => other !== tab)
      this.#looked = this.#looked.filter((other) => other !== tab)
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
    tab.contents.setWindowOpenHandler(({ url }) => {
      const address = url === '' ? 'about:blank' : url
      if (isBlob(address)) this.#see(tab.contents, address)
      if (this.#isFull || !mayOpen(address)) return { action: 'deny' }
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
