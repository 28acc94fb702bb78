import { app, type OnHeadersReceivedListenerDetails, type Session, type WebContents } from 'electron'

type Headers = Record<string, string[]>

/** What a page or a frame is on its way to, by the frame. */
type UnderWay = Map<number, { page: WebContents; address: string }>

const frames = {
  urls: ['http://*/*', 'https://*/*'],
  types: ['mainFrame', 'subFrame', 'object'] as ('mainFrame' | 'subFrame' | 'object')[],
}

/**
 * Chromium's PDF viewer shows nothing in a session kept in memory (electron#27121): a PDF that a page or a frame would
 * show is downloaded instead, and opened from the shelf. A listener makes Chromium hand every request to this process,
 * of whatever page is then begun, scripts and images included: a page of 60 files took 1.13 times as long. So there is
 * one only from the start of a navigation to its answer; the page that the answer makes is loaded without.
 * @param caught the address of a PDF that will be downloaded
 */
export function downloadPdfs(visit: Session, caught: (address: string) => void): void {
  const underWay: UnderWay = new Map()
  let listening = false
  const listen = () => {
    if (listening === underWay.size > 0) return
    listening = !listening
    if (listening) visit.webRequest.onHeadersReceived(frames, hear)
    else visit.webRequest.onHeadersReceived(null)
  }
  const hear = (
    { url, statusCode, responseHeaders = {} }: OnHeadersReceivedListenerDetails,
    answer: (response: { responseHeaders?: Headers }) => void,
  ) => {
    const download = downloading(responseHeaders)
    if (download !== null) caught(url)
    answer(download === null ? {} : { responseHeaders: download })
    // A redirect goes on to another address, which is told by its event.
    if (statusCode >= 300 && statusCode < 400) return
    const arrived = [...underWay].find(([, { address }]) => address === url)
    if (arrived !== undefined) underWay.delete(arrived[0])
    listen()
  }
  app.on('web-contents-created', (_event, page) => {
    if (page.session !== visit) return
    const follow = (frame: number | undefined, address: string) => {
      underWay.set(frame ?? -page.id, { page, address: address.replace(/#.*/, '') })
      listen()
    }
    // What was given up, or failed, is on its way no more.
    const rest = () => {
      for (const [frame, { page: other }] of underWay) if (other === page) underWay.delete(frame)
      listen()
    }
    page.on('did-start-navigation', ({ url, frame, isSameDocument }) => {
      if (!isSameDocument && /^https?:/.test(url)) follow(frame?.frameTreeNodeId, url)
    })
    page.on('did-redirect-navigation', ({ url, frame }) => follow(frame?.frameTreeNodeId, url))
    page.on('did-stop-loading', rest)
    page.once('destroyed', rest)
  })
}

/** Headers that have a PDF downloaded, `null` for anything that is shown, or downloaded anyway. */
function downloading(responseHeaders: Headers): Headers | null {
  const headers = new Map(
    Object.entries(responseHeaders).map(([name, values]) => [name.toLowerCase(), values]),
  )
  const disposition = headers.get('content-disposition')?.[0] ?? 'inline'
  const isPdf = headers.get('content-type')?.[0]?.toLowerCase().startsWith('application/pdf')
  if (!isPdf || /^\s*attachment/i.test(disposition)) return null
  headers.set('content-disposition', [disposition.replace(/^\s*inline/i, 'attachment')])
  return Object.fromEntries(headers)
}
