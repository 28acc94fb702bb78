import { app, type WebContents } from 'electron'
import { mayOpen } from '../../app/navigation/address.ts'
import { isOwnPage } from '../lib/own-pages.ts'
import type { Sessions } from './sessions.ts'
import { mayShow } from './viewer.ts'

type Navigation = { url: string; isMainFrame: boolean; preventDefault(): void }

/**
 * Keeps every page of this process where its kind may go, whoever created it. Tabs open windows by a rule of their
 * own; nothing else does.
 */
export function guardNavigation(sessions: Sessions): void {
  const mayLoad = (contents: WebContents, { url, isMainFrame }: Navigation) => {
    if (contents.session === sessions.visit) return mayOpen(url) || (!isMainFrame && url === 'about:srcdoc')
    if (contents.session === sessions.documents) return mayShow(url, isMainFrame)
    return isOwnPage(url)
  }
  app.on('web-contents-created', (_event, contents) => {
    const guard = (navigation: Navigation) => {
      if (!mayLoad(contents, navigation)) navigation.preventDefault()
    }
    contents.on('will-frame-navigate', guard)
    contents.on('will-redirect', guard)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
  // Left alone, Electron would send the first certificate the machine holds.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
}
