import type { DownloadItem, Session, WebContents } from 'electron'
import type { VisitorView } from '../../app/contracts/visitor-page.ts'
import { bytesUsed, type Document, fits } from '../../app/documents/document.ts'
import { Allowance } from './allowance.ts'
import { downloadPdfs } from './pdf-downloads.ts'
import type { Shelf } from './shelf.ts'

/** A page that starts downloads without end fills no folder. */
const mostDocuments = 500
/** A page starts no more than these, until the person acts in it again. */
const mostDownloads = 10

export type Downloads = {
  /** Why the last download did not come, until `forget`. */
  readonly refusal: VisitorView['refusal']
  forget(): void
  /** Downloads an address to look at it rather than to keep it. */
  see(page: WebContents, address: string): void
  /** Stops a document that is still arriving. */
  stop(id: string): void
}

export type DownloadEvents = {
  /** A page has started one, refused or not. */
  started(page: WebContents): void
  /** One the server meant to be looked at, not kept, is here. */
  shown(document: Document): void
  refused(): void
}

/** Lets what a page downloads land on the shelf, and nowhere else, within the quota. */
export function receiveDownloads(
  visit: Session,
  shelf: Shelf,
  quotaBytes: () => number,
  events: DownloadEvents,
): Downloads {
  const arriving = new Map<string, DownloadItem>()
  const toBeSeen = new Set<string>()
  let refusal: VisitorView['refusal'] = null
  const refuse = (why: NonNullable<VisitorView['refusal']>) => {
    refusal = why
    events.refused()
  }

  const receive = (item: DownloadItem) => {
    const document = shelf.add(item.getFilename(), item.getTotalBytes())
    const { id } = document
    item.setSavePath(shelf.pathOf(document))
    arriving.set(id, item)

    item.on('updated', (_event, state) => {
      shelf.update(id, { state: 'arriving', bytesReceived: item.getReceivedBytes() })
      if (state === 'interrupted') item.cancel()
      else if (bytesUsed(shelf.list()) > quotaBytes()) drop(id)
    })
    item.once('done', async (_event, state) => {
      arriving.delete(id)
      const isToBeSeen = toBeSeen.delete(item.getURL())
      const arrived = state === 'completed'
      if (!arrived) await shelf.erase(document)
      // Deleted meanwhile: by the person, or for want of room.
      if (shelf.get(id) === undefined) return
      shelf.update(id, arrived ? complete(item) : { state: 'interrupted', bytesReceived: 0 })
      if (!arrived) return refuse('failed')
      if (bytesUsed(shelf.list()) > quotaBytes()) return drop(id)
      if (isToBeSeen) events.shown(document)
    })
  }
  /** The size announced was wrong, or none was: what does not fit does not stay. */
  const drop = (id: string) => {
    arriving.get(id)?.cancel()
    void shelf.delete(id)
    refuse('quota')
  }

  const allowances = new WeakMap<WebContents, Allowance>()
  const allowanceOf = (page: WebContents) => {
    const allowance = allowances.get(page) ?? new Allowance(page, mostDownloads, () => refuse('tooMany'))
    allowances.set(page, allowance)
    return allowance
  }

  visit.on('will-download', (event, item, page) => {
    if (!allowanceOf(page).take()) event.preventDefault()
    else if (shelf.list().length < mostDocuments && fits(shelf.list(), item.getTotalBytes(), quotaBytes()))
      receive(item)
    else {
      event.preventDefault()
      refuse('quota')
    }
    events.started(page)
  })

  downloadPdfs(visit, (address) => toBeSeen.add(address))

  return {
    get refusal() {
      return refusal
    },
    forget: () => {
      refusal = null
    },
    see: (page, address) => {
      toBeSeen.add(address)
      page.downloadURL(address)
    },
    stop: (id) => arriving.get(id)?.cancel(),
  }
}

function complete(item: DownloadItem): Pick<Document, 'state' | 'bytesReceived'> {
  return { state: 'complete', bytesReceived: item.getReceivedBytes() }
}
