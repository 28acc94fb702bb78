import { BrowserWindow, session } from 'electron'
import { installation } from '../lib/installation.ts'
import { ownPage, serveOwnPages } from '../lib/own-pages.ts'

/** Size of the windows of a post that is not a kiosk, in CSS pixels. */
export const windowSize = { width: 1280, height: 800 }

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
    ...windowSize,
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
  void window.loadURL(ownPage('guardian'))
  return window
}
