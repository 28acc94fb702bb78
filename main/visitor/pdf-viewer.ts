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

/** Takes the print button out of Chromium's PDF viewer: it opens the desktop's dialog. The bar has one of ours. */
export function withoutPrintButton(page: WebContents): void {
  page.on('did-frame-finish-load', () => {
    const frame = viewerOf(page)
    const act =
      "toolbar.printingEnabled = false; toolbar.shadowRoot.querySelector('#print')?.remove(); return 1"
    void frame?.executeJavaScript(whenDrawn(act)).catch(() => {})
  })
}

/** Pages of the PDF that is shown, as the viewer counts them; `null` when it does not tell. */
export async function pagesInViewer(page: WebContents): Promise<number | null> {
  for (let tries = 0; viewerOf(page) === undefined && tries < patienceSeconds * 10; tries += 1)
    await pause(100)
  const counted: unknown = await viewerOf(page)?.executeJavaScript(
    whenDrawn('if (toolbar.docLength > 0) return toolbar.docLength'),
  )
  return typeof counted === 'number' && counted > 0 ? counted : null
}

function viewerOf(page: WebContents): WebFrameMain | undefined {
  return page.mainFrame.framesInSubtree.find(({ url }) => url.startsWith(viewer))
}
