import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { net, type Session } from 'electron'
import type { Document } from '../../app/documents/document.ts'
import type { Shelf } from './shelf.ts'

// The scheme of our own pages, but in a session that serves documents alone: a page of the web can load neither.
const scheme = 'estran'
const origin = `${scheme}://documents/`
const pdfViewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'

const contentTypes: Record<string, string> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
}

/**
 * Serves the PDFs and images of the shelf to the documents' own session, which has no network.
 * @param kept the person asked the viewer to download what is on the shelf already
 */
export function serveDocuments(session: Session, shelf: Shelf, kept: () => void): void {
  session.protocol.handle(scheme, async (request) => {
    const id = isDocumentAddress(request.url) ? new URL(request.url).pathname.split('/')[1] : undefined
    const document = shelf.get(id ?? '')
    const type = document && contentTypes[extname(document.name).toLowerCase()]
    if (document?.state !== 'complete' || type === undefined) return new Response(null, { status: 404 })
    const file = await net.fetch(pathToFileURL(shelf.pathOf(document)).href)
    return new Response(file.body, {
      headers: { 'content-type': type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
    })
  })
  const network = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] }
  session.webRequest.onBeforeRequest(network, (_request, answer) => answer({ cancel: true }))
  session.on('will-download', (event) => {
    event.preventDefault()
    kept()
  })
}

/** Ends in the name, which the PDF viewer shows. */
export function documentAddress({ id, name }: Document): string {
  return `${origin}${id}/${encodeURIComponent(name)}`
}

/** Where a page that shows a document may go: nowhere else, but for the frames of Chromium's own PDF viewer. */
export function mayShow(address: string, isMainFrame: boolean): boolean {
  return isDocumentAddress(address) || (!isMainFrame && address.startsWith(pdfViewer))
}

function isDocumentAddress(address: string): boolean {
  return address.startsWith(origin)
}
