import { join } from 'node:path'
import type { FromVisitor } from '../../../app/contracts/visitor-link.ts'
import { countPages } from '../../../app/printing/page-ranges.ts'
import { isOver, type PrintProgress, type PrintTrouble } from '../../../app/printing/print-job.ts'
import { errorCode } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'
import type { Cancel, Scheduler } from '../../lib/scheduler.ts'
import type { SessionAid } from '../session-aid.ts'
import { openFile } from '../sticks/stick-folder.ts'
import type { Visitor } from '../visitors/visitor.ts'
import { folderByPath, holdFolder } from '../wipe/held-folder.ts'
import type { Printer } from './print-server.ts'

/** @property job its number, once the server has it @property stop whatever is still done for it */
type Following = { job: number | null; stop: Cancel }

type Asked = Extract<FromVisitor, { type: 'printAsked' }>

const largestBytes = 100_000_000
const lookEverySeconds = 1

/**
 * The printer, at the service of a session: one job at a time, within the pages a session may print. The server is
 * always told which pages, so that what a visitor says of a document's length costs nobody a page too many.
 * @param onTrouble told what keeps the printer from printing, or `null`, whenever it was asked
 */
export function printDesk(
  printer: Printer,
  pagesMax: number,
  scheduler: Scheduler,
  onTrouble: (trouble: PrintTrouble | null) => void,
): SessionAid {
  let printed: { visitor: Visitor; pages: number } | null = null
  let following: Following | null = null

  const pagesLeft = (visitor: Visitor) => pagesMax - (printed?.visitor === visitor ? printed.pages : 0)
  const charge = (visitor: Visitor, pages: number) => {
    printed = { visitor, pages: pagesMax - pagesLeft(visitor) + pages }
  }
  const tell = (visitor: Visitor, progress: PrintProgress) => {
    visitor.send({ type: 'printTold', progress, pagesLeft: pagesLeft(visitor) })
    onTrouble(progress.trouble)
  }
  const fail = (visitor: Visitor, error: unknown) => {
    const code = errorCode(error)
    log.warn({ code }, 'something was not printed')
    tell(visitor, { is: 'failed', trouble: troubles[code] ?? 'failed' })
  }

  const print = async (visitor: Visitor, { file, wish }: Asked): Promise<void> => {
    if (following !== null) return
    const pages = countPages(wish.ranges) * wish.copies
    if (pages > pagesLeft(visitor)) return tell(visitor, { is: 'failed', trouble: 'overQuota' })
    const sending = new AbortController()
    const current: Following = { job: null, stop: () => sending.abort() }
    following = current
    charge(visitor, pages)
    try {
      tell(visitor, { is: 'sending', trouble: null })
      const document = await readDocument(visitor, file)
      current.job = await printer.print(document, wish, sending.signal)
      follow(visitor, current, current.job, pages)
    } catch (error) {
      charge(visitor, -pages)
      if (sending.signal.aborted) return
      following = null
      fail(visitor, error)
    }
  }

  const follow = (visitor: Visitor, current: Following, job: number, pages: number): void => {
    let looking = false
    const look = async () => {
      if (looking) return
      looking = true
      try {
        const progress = await printer.progress(job)
        if (following !== current) return
        if (isOver(progress)) {
          current.stop()
          following = null
          if (progress.is === 'failed') charge(visitor, -pages)
        }
        tell(visitor, progress)
      } catch (error) {
        if (following !== current) return
        current.stop()
        following = null
        fail(visitor, error)
      } finally {
        looking = false
      }
    }
    current.stop = scheduler.every(lookEverySeconds, () => void look())
    void look()
  }

  /** Sheets may be out already: what was asked for stays counted. */
  const cancel = async (visitor: Visitor): Promise<void> => {
    if (following === null) return
    const { job, stop } = following
    stop()
    following = null
    if (job !== null) await printer.cancel(job).catch((error: unknown) => fail(visitor, error))
    tell(visitor, { is: 'cancelled', trouble: null })
  }

  return {
    hear: (visitor, message) => {
      if (message.type === 'printAsked') void print(visitor, message)
      if (message.type === 'printCancelled') void cancel(visitor)
    },
    // What the server still holds is removed with the print queue.
    end: async () => {
      following?.stop()
      following = null
    },
  }
}

/** The PDF that a visitor has made, or says it has. @throws the file system's error, or `EFBIG` */
async function readDocument(visitor: Visitor, name: string): Promise<Buffer> {
  const path = join(visitor.root, 'print')
  const folder = process.platform === 'win32' ? folderByPath(path) : await holdFolder(path)
  try {
    const file = await openFile(folder, name)
    try {
      const { size } = await file.stat()
      if (size > largestBytes) throw Object.assign(new Error('too large to print'), { code: 'EFBIG' })
      // No more than was looked at, should it grow meanwhile.
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } finally {
    await folder.close()
  }
}

/** What a person is told, by the server's or the file system's error. */
const troubles: Record<string, PrintTrouble> = {
  NO_PRINTER: 'noPrinter',
  EFBIG: 'tooLarge',
  PRINT_SERVER_SILENT: 'offline',
}
