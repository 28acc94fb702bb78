import { BrowserWindow, type Rectangle, screen, session } from 'electron'
import { installation } from '../lib/installation.ts'
import { ownPage, serveOwnPages } from '../lib/own-pages.ts'

/** Where the windows of a post stand that is not a kiosk: the visitor's exactly over the guardian's. */
export function placeOnScreen(): Rectangle {
  const { x, y, width, height } = screen.getPrimaryDisplay().workArea
  const [wide, high] = [Math.min(1280, width), Math.min(800, height)]
  return {
    x: x + Math.round((width - wide) / 2),
    y: y + Math.round((height - high) / 2),
    width: wide,
    height: high,
  }
}

/**
 * The guardian's window. It shows our own pages only: every request to the network is refused.
 * @returns hidden, its page loading
 */
export function guardianWindow(kiosk: boolean): BrowserWindow {
  const own = session.defaultSession
  serveOwnPages(own, installation.pages)
  own.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] },
    (_request, answer) => answer({ cancel: true }),
  )
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  const window = new BrowserWindow({
    // The size is said as well: a kiosk may have no window manager to carry out « full screen ».
    ...(kiosk ? screen.getPrimaryDisplay().bounds : placeOnScreen()),
    useContentSize: true,
    show: false,
    kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#f6f1e7',
    title: 'Estran',
    webPreferences: {
      preload: installation.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      spellcheck: false,
      // The cover must be painted before it is needed.
      backgroundThrottling: false,
    },
  })
  window.removeMenu()
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event) => event.preventDefault())
  // Whatever ended it, the page comes back and asks what to show: without it nobody can end a session, or begin one.
  window.webContents.on('render-process-gone', () => window.webContents.reload())
  void window.loadURL(ownPage('guardian'))
  return window
}
