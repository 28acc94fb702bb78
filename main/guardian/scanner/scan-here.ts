import type { PageTrouble } from '../../../app/documents/scanned-page.ts'
import { errorCode } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'
import { holdDocuments } from '../scans/session-pages.ts'
import { hasRoom, newDocument } from '../scans/take-page.ts'
import type { Visitor } from '../visitors/visitor.ts'
import type { Scanner } from './scanner.ts'

/** The scanner of the post, at the service of one session: one page at a time. */
export type ScanHere = {
  /** Scans for this visitor, unless a page is under way. */
  ask(visitor: Visitor): void
  /** Stops the page under way, and waits until the scanner's program is gone. */
  cancel(): Promise<void>
}

export function scanHere(scanner: Scanner, quotaBytes: number): ScanHere {
  let running: { over: AbortController; done: Promise<void> } | null = null

  const scan = async (visitor: Visitor, signal: AbortSignal): Promise<PageTrouble | null> => {
    const documents = await holdDocuments(visitor)
    try {
      if (!(await hasRoom(documents, 1, quotaBytes))) return 'tooLarge'
      const page = await newDocument(documents)
      const progress = (percent: number) => visitor.send({ type: 'scanProgress', percent })
      try {
        const outcome = await scanner.scan(page.handle.fd, visitor.root, progress, signal)
        const { size } = await page.handle.stat()
        const trouble = troubleWith(outcome, size, await hasRoom(documents, 0, quotaBytes))
        if (trouble !== null || outcome.is === 'cancelled') await page.drop()
        else
          visitor.send({
            type: 'documentArrived',
            file: page.file,
            name: 'Scan.pdf',
            bytes: size,
            origin: 'scan',
          })
        return trouble
      } finally {
        await page.handle.close()
      }
    } finally {
      await documents.close()
    }
  }

  const serve = async (visitor: Visitor, signal: AbortSignal): Promise<void> => {
    const trouble = await scan(visitor, signal).catch((error: unknown) => {
      log.error({ code: errorCode(error) }, 'a page could not be scanned')
      return 'failed' as const
    })
    if (trouble !== null) visitor.send({ type: 'pageRefused', why: trouble })
    visitor.send({ type: 'scanEnded' })
  }

  return {
    ask: (visitor) => {
      if (running !== null) return
      const over = new AbortController()
      const done = serve(visitor, over.signal).finally(() => {
        running = null
      })
      running = { over, done }
    },
    cancel: async () => {
      running?.over.abort()
      await running?.done
    },
  }
}

function troubleWith(
  outcome: Awaited<ReturnType<Scanner['scan']>>,
  size: number,
  fits: boolean,
): PageTrouble | null {
  if (outcome.is === 'cancelled') return null
  if (outcome.is === 'failed') return outcome.why
  if (!fits) return 'tooLarge'
  return size === 0 ? 'failed' : null
}
