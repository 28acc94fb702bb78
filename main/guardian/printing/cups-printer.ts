import type { PrintProgress, PrintTrouble } from '../../../app/printing/print-job.ts'
import { errorCode } from '../../lib/durable-file.ts'
import { ask, type CupsAddress } from './cups.ts'
import { type IppAttribute, type IppThing, operations } from './ipp-message.ts'
import type { Printer } from './print-server.ts'

/**
 * A queue of CUPS. It must have a driver, as every queue that is set up by hand or found by itself has: one without
 * (« raw ») prints all pages, in colour, whatever is asked.
 * @param queue its name; `undefined` for the server's default one, or else its first
 */
export function cupsPrinter(address: CupsAddress, user: string, queue: string | undefined): Printer {
  const asUser: IppAttribute = ['name', 'requesting-user-name', user]

  const find = async (): Promise<string> => {
    const name = queue ?? (await nameOf(operations.getDefault)) ?? (await nameOf(operations.getPrinters))
    if (name === undefined) throw noPrinter()
    return `ipp://localhost/printers/${encodeURIComponent(name)}`
  }
  const nameOf = async (operation: number): Promise<string | undefined> => {
    const wanted: IppAttribute = ['keyword', 'requested-attributes', 'printer-name']
    try {
      return textOf((await ask(address, operation, [asUser, wanted])).things[0], 'printer-name')
    } catch (error) {
      if (isNone(error)) return undefined
      throw error
    }
  }

  return {
    print: async (document, { copies, ranges, blackAndWhite }, signal) => {
      const { things } = await ask(
        address,
        operations.printJob,
        [
          ['uri', 'printer-uri', await find()],
          asUser,
          // A document's own name would say whose it is, and what.
          ['name', 'job-name', 'Estran'],
          ['mimeType', 'document-format', 'application/pdf'],
        ],
        [
          ['integer', 'copies', copies],
          ...ranges.map((range): IppAttribute => ['range', 'page-ranges', range]),
          ...(blackAndWhite ? [['keyword', 'print-color-mode', 'monochrome'] as const] : []),
        ],
        document,
        signal,
      ).catch((error: unknown) => {
        throw isNone(error) ? noPrinter() : error
      })
      return numberOf(things[0], 'job-id')
    },
    progress: async (job) => {
      const { things } = await ask(address, operations.getJobAttributes, [
        ['uri', 'job-uri', `ipp://localhost/jobs/${job}`],
        asUser,
        ...wanted('job-state', 'job-state-reasons', 'job-printer-uri'),
      ])
      const printer = textOf(things[0], 'job-printer-uri')
      return progressOf(things[0], printer === undefined ? [] : await reasonsOf(printer))
    },
    cancel: async (job) => {
      try {
        await ask(address, operations.cancelJob, [['uri', 'job-uri', `ipp://localhost/jobs/${job}`], asUser])
      } catch (error) {
        // Over already, or gone.
        if (!['IPP_404', 'IPP_406'].includes(errorCode(error))) throw error
      }
    },
  }

  async function reasonsOf(printer: string): Promise<string[]> {
    const { things } = await ask(address, operations.getPrinterAttributes, [
      ['uri', 'printer-uri', printer],
      asUser,
      ...wanted('printer-state-reasons'),
    ])
    return textsOf(things[0], 'printer-state-reasons')
  }
}

/** States of a job, RFC 8011, 5.3.7. */
const states: Record<number, PrintProgress['is']> = {
  3: 'waiting',
  4: 'waiting',
  5: 'printing',
  6: 'waiting',
  7: 'cancelled',
  8: 'failed',
  9: 'done',
}

/** Beginnings of the reasons a printer gives (RFC 8011, 5.4.12, and CUPS' own), the plainest first. */
const reasonsInWords: readonly (readonly [reason: RegExp, trouble: PrintTrouble])[] = [
  [/^media-jam/, 'jam'],
  [/^(cover|door|interlock)-open/, 'cover'],
  [/^(media-(empty|needed)|input-tray-missing)/, 'paper'],
  [/^(toner|marker-supply|marker-ink)-(empty|missing)/, 'ink'],
  [/^(offline|timed-out|connecting-to-device|shutdown)/, 'offline'],
  [/^(paused|stopped|stopped-partly|printer-stopped)/, 'stopped'],
]

function progressOf(job: IppThing | undefined, printerReasons: readonly string[]): PrintProgress {
  const is = states[numberOf(job, 'job-state')] ?? 'waiting'
  if (is === 'done' || is === 'cancelled') return { is, trouble: null }
  const reasons = [...printerReasons, ...textsOf(job, 'job-state-reasons')]
  const [, trouble = null] =
    reasonsInWords.find(([reason]) => reasons.some((each) => reason.test(each))) ?? []
  return { is, trouble: is === 'failed' ? (trouble ?? 'failed') : trouble }
}

function wanted(...names: string[]): IppAttribute[] {
  return names.map((name) => ['keyword', 'requested-attributes', name])
}

function numberOf(thing: IppThing | undefined, name: string): number {
  const [value] = thing?.[name] ?? []
  if (typeof value !== 'number') throw new Error(`the print server left out ${name}`)
  return value
}

function textsOf(thing: IppThing | undefined, name: string): string[] {
  return (thing?.[name] ?? []).filter((value) => typeof value === 'string')
}

function textOf(thing: IppThing | undefined, name: string): string | undefined {
  return textsOf(thing, name)[0]
}

/** No such queue, or none at all; or no server. */
function isNone(error: unknown): boolean {
  return ['IPP_406', 'ENOENT', 'ECONNREFUSED'].includes(errorCode(error))
}

function noPrinter(): Error {
  return Object.assign(new Error('there is no printer'), { code: 'NO_PRINTER' })
}
