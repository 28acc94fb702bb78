import { app, type WebContents } from 'electron'
import type { Refusal } from '../../app/navigation/rules.ts'
import { isOwnPage } from '../lib/own-pages.ts'
import type { Gate } from './gate.ts'
import type { Sessions } from './sessions.ts'
import { mayShow } from './viewer.ts'

type Navigation = { url: string; isMainFrame: boolean; preventDefault(): void }

/**
 * Keeps every page of this process where its kind may go, whoever created it: links, forms, scripts, redirects, frames.
 * Tabs open windows by a rule of their own; nothing else does. What pages load besides is the proxy's business.
 * @param refused a page of the web was not opened; frames that are not stay blank
 */
export function guardNavigation(
  sessions: Sessions,
  gate: Gate,
  refused: (contents: WebContents, refusal: Refusal) => void,
): void {
  const secured = new WeakMap<WebContents, string>()
  const guardWeb = (contents: WebContents, navigation: Navigation) => {
    const { url, isMainFrame } = navigation
    const refusal = isMainFrame ? gate.refusalOfPage(url) : gate.refusalOfFrame(url)
    const secureForm = gate.secureFormOf(url)
    // Asked by TLS, the site itself has led back out of it: it would go round for ever.
    if (refusal === null && secureForm !== null && secured.get(contents) === secureForm) return
    if (refusal === null && secureForm === null) return
    navigation.preventDefault()
    // What a page has made itself lands on the shelf.
    if (!isMainFrame || url.startsWith('blob:')) return
    if (refusal !== null) refused(contents, refusal)
    else if (secureForm !== null) {
      secured.set(contents, secureForm)
      // A load that fails is told by its event.
      contents.loadURL(secureForm).catch(() => {})
    }
  }
  app.on('web-contents-created', (_event, contents) => {
    const guard = (navigation: Navigation) => {
      const { url, isMainFrame } = navigation
      if (contents.session === sessions.visit) return guardWeb(contents, navigation)
      const mayLoad = contents.session === sessions.documents ? mayShow(url, isMainFrame) : isOwnPage(url)
      if (!mayLoad) navigation.preventDefault()
    }
    contents.on('will-frame-navigate', guard)
    contents.on('will-redirect', guard)
    contents.on('did-navigate', () => secured.delete(contents))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // What is not carried by the proxy would tell sites the addresses of the structure's network, and reach them.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
  // Left alone, Electron would send the first certificate the machine holds.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
}
