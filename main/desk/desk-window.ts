import { BrowserWindow, type Session, screen, session } from 'electron'
import type { CoordinatorReady } from '../../app/contracts/coordinator-process.ts'
import { letZoom } from './zoom.ts'

/** A coordinator as this desk knows it. Without a fingerprint, the machine's own authorities decide. */
export type Known = Omit<CoordinatorReady, 'firstAdminCode'>

const [trusted, refused, asChromiumDecides] = [0, -2, -3]

/**
 * A window on the dashboard of one coordinator and on nothing else: no preload, no power, no other address. Nothing of
 * it is kept: whoever signed in is signed out when it closes.
 * @returns hidden, nothing loaded
 */
export function deskWindow(known: Known): BrowserWindow {
  const own = session.fromPartition('desk')
  trustOnly(own, known)
  const { width, height } = screen.getPrimaryDisplay().workAreaSize
  const window = new BrowserWindow({
    width: Math.min(1280, width),
    height: Math.min(900, height),
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f6f1e7',
    title: 'Estran',
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      spellcheck: false,
    },
  })
  window.removeMenu()
  letZoom(window.webContents)
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event) => {
    if (!isOf(known, event.url)) event.preventDefault()
  })
  window.once('ready-to-show', () => window.show())
  return window
}

function trustOnly(own: Session, known: Known): void {
  own.setCertificateVerifyProc(({ certificate }, answer) => {
    if (known.fingerprint === null) return answer(asChromiumDecides)
    answer(hexOf(certificate.fingerprint).startsWith(known.fingerprint) ? trusted : refused)
  })
  own.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !isOf(known, request.url) }))
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
}

/** Its own pages, and the files that they make for download. */
function isOf({ address }: Known, url: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(address).origin
}

/** Chromium's way to write a fingerprint, `sha256/` and base64, as hex. */
const hexOf = (fingerprint: string) =>
  Buffer.from(fingerprint.replace(/^sha256\//, ''), 'base64').toString('hex')
