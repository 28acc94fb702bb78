import { readFile, writeFile } from 'node:fs/promises'
import { execa } from 'execa'
import { expect, onTestFinished, test } from 'vitest'
import { cupsPrinter } from '../../../../main/guardian/printing/cups-printer.ts'
import { type Queue, startCups, type TestCups } from '../../../doubles/cups.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'
import { pdf } from '../../../sites/files/pdf.ts'

const never = new AbortController().signal
const all = { copies: 1, ranges: [[1, 1]] as [number, number][], blackAndWhite: false }

async function printerOf(queue: Queue | 'none') {
  const cups = await startCups(await temporaryFolder())
  onTestFinished(cups.stop)
  return { cups, printer: cupsPrinter({ socketPath: cups.socketPath }, 'personne', queue) }
}

/** A document of three pages, made of three. */
async function threePages(): Promise<Buffer> {
  const folder = await temporaryFolder()
  const one = Buffer.concat([...pdf('une page').chunks()])
  const files = [1, 2, 3].map((number) => `${folder}/${number}.pdf`)
  for (const file of files) await writeFile(file, one)
  await execa('/usr/bin/pdfunite', [...files, `${folder}/all.pdf`])
  return readFile(`${folder}/all.pdf`)
}

async function pagesOnPaper(cups: TestCups): Promise<number> {
  const { stdout } = await execa('/usr/bin/pdfinfo', [cups.paper])
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1])
}

test('pages and copies asked for are those on paper', async () => {
  const { cups, printer } = await printerOf('paper')
  const wish = {
    copies: 2,
    ranges: [[1, 1] as [number, number], [3, 3] as [number, number]],
    blackAndWhite: true,
  }
  const job = await printer.print(await threePages(), wish, never)
  await expect.poll(() => printer.progress(job), { timeout: 20_000 }).toEqual({ is: 'done', trouble: null })
  expect(await pagesOnPaper(cups)).toBe(4)
  expect((await cups.optionsGiven()).at(-1)).toMatch(/print-color-mode=monochrome/)
}, 60_000)

test('colour is asked for unless it is not wanted', async () => {
  const { cups, printer } = await printerOf('paper')
  const job = await printer.print(await threePages(), all, never)
  await expect.poll(() => printer.progress(job), { timeout: 20_000 }).toMatchObject({ is: 'done' })
  expect(await pagesOnPaper(cups)).toBe(1)
  expect((await cups.optionsGiven()).at(-1)).not.toMatch(/monochrome/)
}, 60_000)

test('a job that waits can be taken back, and one that fails says so', async () => {
  const { printer } = await printerOf('endless')
  const job = await printer.print(await threePages(), all, never)
  await expect.poll(() => printer.progress(job), { timeout: 20_000 }).toMatchObject({ is: 'printing' })
  await printer.cancel(job)
  await expect
    .poll(() => printer.progress(job), { timeout: 20_000 })
    .toEqual({ is: 'cancelled', trouble: null })
  await printer.cancel(job)
}, 60_000)

test('a queue that is not there is no printer; nor is a server that is not there', async () => {
  const { cups, printer } = await printerOf('none')
  await expect(printer.print(Buffer.from('%PDF-'), all, never)).rejects.toMatchObject({ code: 'NO_PRINTER' })
  await cups.stop()
  const nowhere = cupsPrinter({ socketPath: `${cups.socketPath}.none` }, 'personne', 'paper')
  await expect(nowhere.print(Buffer.from('%PDF-'), all, never)).rejects.toMatchObject({ code: 'NO_PRINTER' })
}, 60_000)
