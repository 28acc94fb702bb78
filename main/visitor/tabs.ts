import { type Session, type WebContents, WebContentsView, type WebPreferences } from 'electron'
import { mayOpen } from '../../app/navigation/address.ts'
import { Tab } from './tab.ts'

const mostTabs = 12

/** What every page may be trusted with: nothing. */
const hardened: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  safeDialogs: true,
  navigateOnDragDrop: false,
  devTools: false,
}

/** The pages that are open, and the one looked at last. */
export class Tabs {
  readonly #changed: () => void
  readonly #visit: Session
  readonly #documents: Session
  #open: Tab[] = []
  /** Most recently looked at first. */
  #looked: Tab[] = []

  /** @param changed a tab has come, gone, been selected, or shows something else */
  constructor(sessions: { visit: Session; documents: Session }, changed: () => void) {
    this.#visit = sessions.visit
    this.#documents = sessions.documents
    this.#changed = changed
  }

  get all(): readonly Tab[] {
    return this.#open
  }

  get active(): Tab | null {
    return this.#looked[0] ?? null
  }

  /** The tab of these contents, if it is one. */
  of(contents: WebContents | undefined): Tab | undefined {
    return this.#open.find((tab) => tab.contents === contents)
  }

  /** Opens an address of the web in a tab of its own, unless there are too many. */
  open(address: string): void {
    if (this.#isFull || !mayOpen(address)) return
    const view = new WebContentsView({ webPreferences: { ...hardened, session: this.#visit } })
    this.#add(view, null).load(address)
  }

  /** Opens a document of the shelf, without a network. @param address see viewer */
  openDocument(address: string, name: string): void {
    if (this.#isFull) return
    const view = new WebContentsView({
      webPreferences: { ...hardened, session: this.#documents, plugins: true },
    })
    const tab = this.#add(view, name)
    // A link in a document leads to the web, in a tab like any other.
    tab.contents.setWindowOpenHandler(({ url }) => {
      this.open(url)
      return { action: 'deny' }
    })
    tab.load(address)
  }

  select(tab: Tab): void {
    this.#looked = [tab, ...this.#looked.filter((other) => other !== tab)]
    this.#changed()
  }

  close(tab: Tab): void {
    tab.contents.close()
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
      this.#changed()
    })
    this.#open = [...this.#open, tab]
    this.select(tab)
    return tab
  }

  /** A window a page opens becomes a tab and keeps its opener, on which sign-in by pop-up depends. */
  #letOpenWindows(tab: Tab): void {
    tab.contents.setWindowOpenHandler(({ url }) => {
      const address = url === '' ? 'about:blank' : url
      if (this.#isFull || !mayOpen(address)) return { action: 'deny' }
      return {
        action: 'allow',
        outlivesOpener: true,
        overrideBrowserWindowOptions: { webPreferences: hardened },
        createWindow: (options) => this.#add(new WebContentsView(options), null).contents,
      }
    })
  }
}
