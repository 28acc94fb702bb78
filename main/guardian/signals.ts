import { app, type BrowserWindow, powerMonitor } from 'electron'

/**
 * Every way the system asks the post to stop leads through the end of the session: signals, shutdown, and the closing
 * of the window where that is allowed.
 * @param kiosk a kiosk's window cannot be closed
 * @param leave asked by an update, which must find nobody there
 */
export function heedSignals(
  window: BrowserWindow,
  kiosk: boolean,
  quit: () => void,
  leave: () => void,
): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, quit)
  process.on('SIGUSR2', leave)
  powerMonitor.on('shutdown', quit)
  app.on('before-quit', (event) => {
    event.preventDefault()
    quit()
  })
  window.on('close', (event) => {
    event.preventDefault()
    if (!kiosk) quit()
  })
  app.on('window-all-closed', () => {
    // The guardian ends by itself, once everything is wiped.
  })
}
