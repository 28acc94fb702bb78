import type { WebContents, WebContentsView } from 'electron'
import type { TabView } from '../../app/contracts/visitor-page.ts'
import { kindOf } from '../../app/documents/document.ts'
import { originOf } from '../../app/navigation/address.ts'
import type { Refusal } from '../../app/navigation/rules.ts'
import { watchHang } from './hang.ts'
import { PageDialogs } from './page-dialogs.ts'
import { PageStyle } from './page-style.ts'
import type { Capture } from './permissions.ts'
import { type Trouble, troubleOf } from './trouble.ts'

const longestTitle = 200
/** Most pages come sooner: to say that they load, and then that they have, would only slow them down. */
const noticedMilliseconds = 150
const zoomSteps = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]

/** One open page. */
export class Tab {
  readonly view: WebContentsView
  readonly contents: WebContents
  readonly style: PageStyle
  readonly id: string
  readonly dialogs: PageDialogs
  /** The name shown for a document of the shelf, which has no host. */
  readonly documentName: string | null
  readonly #changed: () => void
  #trouble: Trouble | null = null
  /** The page that was there before is there still, behind what is told. */
  #isKept = false
  #isEmpty = true
  /** It has been loading for so long that a person notices. */
  #isSlow = false
  #capture: Capture | null = null
  #zoomPercent = 100

  /**
   * @param refusalOf why the last connection to the host of an address was refused
   * @param changed anything the bar shows has changed
   */
  constructor(
    view: WebContentsView,
    documentName: string | null,
    refusalOf: (address: string) => Refusal | null,
    changed: () => void,
  ) {
    this.view = view
    this.contents = view.webContents
    this.id = String(this.contents.id)
    this.documentName = documentName
    this.#changed = changed
    this.dialogs = new PageDialogs(this.contents, () => documentName ?? '', changed)
    this.style = new PageStyle(this.contents)

    const fall = (trouble: Trouble | null) => this.#fall(trouble)
    this.contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) fall(null)
    })
    this.contents.on('did-fail-load', (_event, code, _description, address, isMainFrame) => {
      const trouble = troubleOf(code)
      if (isMainFrame && trouble !== null) fall(refusalOf(address) ?? trouble)
    })
    this.contents.on('render-process-gone', () => fall('crashed'))
    watchHang(
      this.contents,
      // A page that asks the person something waits for the answer: it does not hang.
      () => this.isShown && fall('unresponsive'),
      () => this.wait(),
    )
    // A page may not hold a person back.
    this.contents.on('will-prevent-unload', (event) => event.preventDefault())
    this.contents.on('page-title-updated', changed)
    let noticed: NodeJS.Timeout | undefined
    const notice = (isSlow: boolean) => {
      clearTimeout(noticed)
      if (this.#isSlow === isSlow) return
      this.#isSlow = isSlow
      changed()
    }
    this.contents.on('did-start-loading', () => {
      clearTimeout(noticed)
      noticed = setTimeout(() => notice(true), noticedMilliseconds)
    })
    this.contents.on('did-stop-loading', () => notice(false))
    this.contents.once('destroyed', () => clearTimeout(noticed))
    this.contents.on('did-navigate', (_event, address) => {
      this.#capture = null
      this.#isEmpty &&= address === 'about:blank'
      // Chromium keeps one zoom a host; a person who needs large text needs it at every host.
      this.zoomPercent = this.#zoomPercent
      changed()
    })
    this.contents.on('did-navigate-in-page', changed)
  }

  get trouble(): Trouble | null {
    return this.#trouble
  }

  /** Whether the page itself is shown, rather than something told or asked in its place. */
  get isShown(): boolean {
    return this.#trouble === null && this.dialogs.current === null
  }

  /** Host of the page, `null` for a document of the shelf. */
  get host(): string | null {
    return this.documentName === null ? (originOf(this.contents.getURL())?.host ?? null) : null
  }

  /** Nothing was ever loaded in it: opened for a download, it has nothing to show. */
  get isEmpty(): boolean {
    return this.#isEmpty
  }

  get zoomPercent(): number {
    return this.#zoomPercent
  }

  set zoomPercent(percent: number) {
    // Chromium's PDF viewer has a zoom of its own and heeds no other.
    if (this.documentName !== null && kindOf(this.documentName) === 'pdf') return
    this.#zoomPercent = percent
    const factor = percent / 100
    // Setting the zoom it has already would lay the page out again, at each page.
    if (this.contents.getZoomFactor() !== factor) this.contents.setZoomFactor(factor)
  }

  #fall(trouble: Trouble | null): void {
    if (trouble === null && this.#trouble === null) return
    this.#trouble = trouble
    this.#isKept = false
    this.#changed()
  }

  /** Tells what the page was given to use. */
  tellCapture(capture: Capture): void {
    this.#capture = this.#capture === null || this.#capture === capture ? capture : 'both'
    this.#changed()
  }

  /** Tells why an address was not opened; the page that led to it stays as it is. */
  refuse(refusal: Refusal): void {
    this.#trouble = refusal
    this.#isKept = !this.#isEmpty
    this.#changed()
  }

  /** From what is told, back to the page that was there before. */
  leaveTrouble(): void {
    if (!this.#isKept) this.contents.navigationHistory.goBack()
    else this.#fall(null)
  }

  /** Shows the page again that did not respond. */
  wait(): void {
    if (this.#trouble !== 'unresponsive') return
    this.#trouble = null
    this.#changed()
  }

  zoom(direction: 'in' | 'out' | 'reset'): void {
    const now = this.#zoomPercent
    const larger = zoomSteps.find((step) => step > now) ?? now
    const smaller = zoomSteps.findLast((step) => step < now) ?? now
    this.zoomPercent = { in: larger, out: smaller, reset: 100 }[direction]
  }

  load(address: string): void {
    // A load that fails is told by its event.
    this.contents.loadURL(address).catch(() => {})
  }

  /** Chromium gives a page that has no title its address, path and all, which the bar never shows. */
  get title(): string {
    if (this.documentName !== null) return this.documentName
    const title = this.contents.getTitle()
    const { host } = this
    return host !== null && title.startsWith(host) ? '' : title.slice(0, longestTitle)
  }

  toView(): TabView {
    const { contents } = this
    const { host, secure } = originOf(contents.getURL()) ?? { host: '', secure: false }
    return {
      id: this.id,
      title: this.title,
      host: this.documentName ?? host,
      secure: this.documentName !== null || secure,
      loading: this.#isSlow && contents.isLoadingMainFrame(),
      canGoBack: contents.navigationHistory.canGoBack(),
      canGoForward: contents.navigationHistory.canGoForward(),
      zoomPercent: this.#zoomPercent,
      trouble: this.#trouble,
      capture: this.#capture,
      canReturn: this.#isKept || contents.navigationHistory.canGoBack(),
      dialog: this.dialogs.current,
    }
  }
}
