import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ToVisitor } from '../../app/contracts/visitor-link.ts'
import type { PrintTask } from '../../app/contracts/visitor-tasks.ts'
import { isOver, type PrintWish } from '../../app/printing/print-job.ts'
import { plainFs } from '../lib/plain-fs.ts'
import { systemScheduler, within } from '../lib/scheduler.ts'
import type { GuardianLink } from './guardian-link.ts'
import { pagesInViewer } from './pdf-viewer.ts'
import type { Shelf } from './shelf.ts'
import type { Tab } from './tab.ts'

const { copyFile, rm, writeFile } = plainFs.promises

/** A page that answers nothing within this time is hung. */
const prepareSeconds = 20

/** A page that is open, or one of our own. */
type Printable = Pick<Tab, 'contents' | 'documentName' | 'title'>

type Prepared = { file: string; pages: number | null }

/** What goes to the printer: a PDF made here, which the guardian prints. One at a time. */
export class Printing {
  readonly #guardian: GuardianLink
  readonly #shelf: Shelf
  readonly #folder: string
  readonly #pagesMax: () => number | null
  readonly #changed: () => void
  #pagesLeft: number | null = null
  #task: Omit<PrintTask, 'pagesLeft'> | null = null
  #file: string | null = null
  /** The person looks at something else while it is printed. */
  #isAside = false

  /** @param folder where the guardian looks for what is to be printed @param pagesMax `null`: there is no printing */
  constructor(
    guardian: GuardianLink,
    shelf: Shelf,
    folder: string,
    pagesMax: () => number | null,
    changed: () => void,
  ) {
    this.#guardian = guardian
    this.#shelf = shelf
    this.#folder = folder
    this.#pagesMax = pagesMax
    this.#changed = changed
  }

  get view(): PrintTask | null {
    if (this.#task === null || this.#isAside) return null
    return { ...this.#task, pagesLeft: this.#pagesLeft ?? this.#pagesMax() ?? 0 }
  }

  /** Prepares a page as it is now; while something is being printed, shows that. */
  async ask(page: Printable): Promise<void> {
    if (this.#pagesMax() === null) return
    if (this.#isRunning) {
      this.#isAside = false
      return this.#changed()
    }
    if (this.#task !== null) return
    const task = {
      is: 'print',
      title: page.title,
      state: 'preparing',
      pages: null,
      job: null,
    } as const
    this.#task = task
    this.#isAside = false
    this.#changed()
    const prepared = await within(
      systemScheduler,
      prepareSeconds,
      this.#prepare(page).catch(() => null),
    )
    // Left meanwhile.
    if (this.#task !== task) return
    if (prepared.inTime && prepared.value !== null) {
      this.#file = prepared.value.file
      this.#task = { ...task, state: 'ready', pages: prepared.value.pages }
    } else this.#task = { ...task, state: 'failed' }
    this.#changed()
  }

  start(wish: PrintWish): void {
    if (this.#task === null || this.#file === null || this.#isRunning) return
    this.#task = { ...this.#task, job: { is: 'sending', trouble: null } }
    this.#guardian.send({ type: 'printAsked', file: this.#file, wish })
    this.#changed()
  }

  cancel(): void {
    if (this.#isRunning) this.#guardian.send({ type: 'printCancelled' })
  }

  /** A job that is with the printer goes on. */
  leave(): void {
    if (this.#task === null || this.#isAside) return
    if (this.#isRunning) this.#isAside = true
    else this.#forget()
    this.#changed()
  }

  hear({ progress, pagesLeft }: Extract<ToVisitor, { type: 'printTold' }>): void {
    this.#pagesLeft = pagesLeft
    if (this.#task !== null) this.#task = { ...this.#task, job: progress }
    if (isOver(progress) && this.#isAside) this.#forget()
    this.#changed()
  }

  get #isRunning(): boolean {
    return this.#task?.job != null && !isOver(this.#task.job)
  }

  #forget(): void {
    const file = this.#file
    this.#task = null
    this.#file = null
    this.#isAside = false
    if (file !== null) void rm(join(this.#folder, file), { force: true })
  }

  async #prepare({ contents, documentName }: Printable): Promise<Prepared> {
    const file = `print-${randomBytes(8).toString('hex')}`
    const path = join(this.#folder, file)
    const document = this.#shelf.list().find(({ name }) => name === documentName)
    if (document?.kind === 'pdf') {
      await copyFile(this.#shelf.pathOf(document), path)
      return { file, pages: await pagesInViewer(contents) }
    }
    // An image that was opened just now to be printed.
    if (document !== undefined && contents.isLoading()) await once(contents, 'did-stop-loading')
    const pdf = await contents.printToPDF({ pageSize: 'A4' })
    await writeFile(path, pdf)
    return { file, pages: countPages(pdf) }
  }
}

/** Pages of a PDF that Chromium has made: it leaves their list uncompressed. */
function countPages(pdf: Buffer): number | null {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? null
}
