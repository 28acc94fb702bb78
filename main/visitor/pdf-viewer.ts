import { setTimeout as pause } from 'node:timers/promises'
import type { WebContents, WebFrameMain } from 'electron'

const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'
const patienceSeconds = 8

/** In Chromium's own page, once it is drawn; its parts are those of versions 130 to 156. */
const whenDrawn = (act: string) => `(async () => {
  const end = performance.now() + ${patienceSeconds * 1000}
  while (performance.now() < end) {
    const viewer = document.querySelector('pdf-viewer')
    const toolbar = viewer?.shadowRoot?.querySelector('viewer-toolbar')
    if (toolbar) { ${act} }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return 0
})()`

/** Hides the print button of Chromium's PDF viewer: it opens the desktop's dialog. The bar has one of ours. */
export function withoutPrintButton(page: WebContents): void {
  const act = `const style = new CSSStyleSheet()
    style.replaceSync('#print { display: none !important }')
    toolbar.shadowRoot.adoptedStyleSheets = [...toolbar.shadowRoot.adoptedStyleSheets, style]
    return 1`
  // A page that was closed meanwhile has no button either.
  page.on('did-finish-load', () => void inViewer(page, act).catch(() => {}))
}

/** Pages of the PDF that is shown, as the viewer counts them; `null` when it does not tell. */
export async function pagesInViewer(page: WebContents): Promise<number | null> {
  const counted = await inViewer(page, 'if (toolbar.docLength > 0) return toolbar.docLength')
  return typeof counted === 'number' && counted > 0 ? counted : null
}

async function inViewer(page: WebContents, act: string): Promise<unknown> {
  for (let tries = 0; viewerOf(page) === undefined && tries < patienceSeconds * 10; tries += 1)
    await pause(100)
  return viewerOf(page)?.executeJavaScript(whenDrawn(act))
}

function viewerOf(page: WebContents): WebFrameMain | undefined {
  return page.mainFrame.framesInSubtree.find(({ url }) => url.startsWith(viewer))
}
