import type { WebPreferences } from 'electron'

/** What a page of the web is trusted with: nothing. */
export const pagePreferences: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  // The shell asks in their place: page-dialogs.ts.
  disableDialogs: true,
  navigateOnDragDrop: false,
  devTools: false,
}
