/** The desk of reception on its own PC: a window on the dashboard, and the coordinator too where there is no other. */
import { app, type BrowserWindow, dialog } from 'electron'
import english from '../../assets/languages/en/dashboard.json' with { type: 'json' }
import french from '../../assets/languages/fr/dashboard.json' with { type: 'json' }
import { log } from '../lib/log.ts'
import { deskWindow, type Known } from './desk-window.ts'
import { startOwnCoordinator } from './own-coordinator.ts'

const exitCodes = { fine: 0, cannotStart: 71 } as const

/** As the dashboard itself chooses. */
const words = () => (app.getLocale().startsWith('en') ? english : french).window

/** @param asked the coordinator to show; `null`: one of this PC's own, which lives as long as the window */
export function startDesk(asked: Known | null): void {
  // Not awaited: Electron is ready only once this module has been loaded.
  app
    .whenReady()
    .then(() => (asked === null ? openWithOwn() : showDashboard(asked)))
    .then(
      () => app.exit(exitCodes.fine),
      (error: Error) => {
        log.fatal(error.message)
        app.exit(exitCodes.cannotStart)
      },
    )
}

async function openWithOwn(): Promise<void> {
  const own = await startOwnCoordinator()
  if (own === null) {
    await dialog.showMessageBox({
      type: 'error',
      message: words().notStarted,
      detail: words().notStartedText,
    })
    return
  }
  const { firstAdminCode, ...known } = own.ready
  await showDashboard(known, firstAdminCode)
  await own.stop()
}

/** Resolves when the window is closed. */
async function showDashboard(known: Known, firstAdminCode: string | null = null): Promise<void> {
  // The part of an address that stays in the browser: the code is not sent until it is used.
  const page = firstAdminCode === null ? known.address : `${known.address}/#${firstAdminCode}`
  const window = deskWindow(known)
  const closed = new Promise<void>((resolve) => window.once('closed', resolve))
  // The end of the window is for the desk to act on, not the end of the program by itself.
  app.on('window-all-closed', () => {})
  await load(window, page)
  await closed
}

/** Tries again as long as somebody asks for it. */
async function load(window: BrowserWindow, page: string): Promise<void> {
  while (!window.isDestroyed()) {
    try {
      return await window.loadURL(page)
    } catch {
      if (window.isDestroyed()) return
      const { notReached, notReachedText, again, close } = words()
      const { response } = await dialog.showMessageBox({
        type: 'warning',
        message: notReached,
        detail: `${new URL(page).origin}\n\n${notReachedText}`,
        buttons: [again, close],
        cancelId: 1,
      })
      if (response === 1) window.destroy()
    }
  }
}
