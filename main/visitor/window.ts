import {
  app,
  BaseWindow,
  type BaseWindowConstructorOptions,
  type Session,
  screen,
  type WebContents,
  WebContentsView,
} from 'electron'
import { installation } from '../lib/installation.ts'
import { ownPage, serveOwnPages } from '../lib/own-pages.ts'
import { systemScheduler, within } from '../lib/scheduler.ts'

/** The visitor's one window: our shell page fills it, a page of the web lies over the part between bar and keyboard. */
export type VisitorWindow = {
  shell: WebContents
  /** Loads the shell page; it stays unseen. */
  load(): Promise<void>
  /** Shows it; resolves once it is drawn. */
  show(): Promise<void>
  hide(): void
  /** Draws this page below the bar, or none. */
  present(page: WebContentsView | null): void
  /** The page that is drawn there. */
  page(): WebContents | null
  focusPage(): void
  setBarHeight(height: number): void
  /** Of what the shell draws at the bottom. */
  setKeyboardHeight(height: number): void
}

/** The guardian leaves the screen once something is drawn: longer than this, it need not wait. */
const drawnSeconds = 1
const nextFrame = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))'

/** Makes the window, hidden. @param onCloseAsked the person closes it by the system's own means */
export function createWindow(shellSession: Session, onCloseAsked: () => void): VisitorWindow {
  const window = new BaseWindow({ show: false, backgroundColor: '#ffffff', ...placeOnScreen(process.argv) })
  const kiosk = process.argv.includes('--kiosk')
  let page: WebContentsView | null = null
  let barHeight = 0
  let keyboardHeight = 0

  serveOwnPages(shellSession, installation.pages)
  // F6 goes from the bar to the page and back, as in other browsers.
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown' || input.key !== 'F6') return
      event.preventDefault()
      focusOn(contents === shell.webContents && page !== null ? page : shell)
    })
  })
  const shell = new WebContentsView({
    webPreferences: {
      session: shellSession,
      preload: installation.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: false,
    },
  })
  window.contentView.addChildView(shell)

  const layOut = () => {
    const { width, height } = window.getContentBounds()
    shell.setBounds({ x: 0, y: 0, width, height })
    page?.setBounds({ x: 0, y: barHeight, width, height: Math.max(0, height - barHeight - keyboardHeight) })
  }
  const present = (next: WebContentsView | null) => {
    if (next === page || window.isDestroyed()) return
    if (page !== null) window.contentView.removeChildView(page)
    page = next
    if (page !== null) window.contentView.addChildView(page)
    layOut()
    focusOn(page ?? shell)
  }

  window.on('resize', layOut)
  // A session ends by the guardian's hand alone.
  window.on('close', (event) => {
    event.preventDefault()
    onCloseAsked()
  })

  layOut()
  // A shell that ends cannot be trusted to come back as it was.
  shell.webContents.on('render-process-gone', () => app.exit(1))
  return {
    shell: shell.webContents,
    load: async () => {
      await shell.webContents.loadURL(ownPage('visitor'))
      // Otherwise the window, once it is shown, looks for a focus of its own, and finds the first link of the page.
      focusOn(shell)
    },
    show: async () => {
      window.show()
      // Not before: a window made for the full screen is on screen at once, a spare's over the welcome.
      if (kiosk) window.setFullScreen(true)
      focusOn(page ?? shell)
      await within(systemScheduler, drawnSeconds, shell.webContents.executeJavaScript(nextFrame))
    },
    hide: () => window.hide(),
    present,
    page: () => page?.webContents ?? null,
    focusPage: () => focusOn(page ?? shell),
    setBarHeight: (height) => {
      barHeight = height
      layOut()
    },
    setKeyboardHeight: (height) => {
      keyboardHeight = height
      layOut()
    },
  }
}

function focusOn(view: WebContentsView): void {
  view.webContents.focus()
}

/** `--kiosk`, or `--window=X,Y,WIDTH,HEIGHT` in device-independent pixels, as the guardian's own window stands. */
function placeOnScreen(args: readonly string[]): BaseWindowConstructorOptions {
  // The size is said as well: a kiosk may have no window manager to carry out « full screen ».
  if (args.includes('--kiosk')) return { ...screen.getPrimaryDisplay().bounds, frame: false }
  const place = args.find((arg) => arg.startsWith('--window='))?.slice('--window='.length)
  const [x, y, width, height] = (place ?? '').split(',').map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return { width: 1280, height: 800 }
  return { x, y, width, height, useContentSize: true }
}
