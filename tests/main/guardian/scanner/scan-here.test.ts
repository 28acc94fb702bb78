import { writeSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scanHere } from '../../../../main/guardian/scanner/scan-here.ts'
import type { Scanner, ScanOutcome } from '../../../../main/guardian/scanner/scanner.ts'
import { scanPlace } from '../../../doubles/scan-folder.ts'

const told = { type: 'scanProgress', percent: 50 }
const ended = { type: 'scanEnded' }

/** A scanner that writes so many bytes, then ends so; `null` ends only when it is cancelled. */
function scannerThat(outcome: ScanOutcome | null, bytes = 100): Scanner {
  return {
    devices: async () => [],
    scan: async (into, _workIn, onProgress, signal) => {
      writeSync(into, 'x'.repeat(bytes))
      onProgress(50)
      if (outcome !== null) return outcome
      if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
      return { is: 'cancelled' }
    },
  }
}

async function scanned(outcome: ScanOutcome | null, bytes?: number) {
  const place = await scanPlace()
  const here = scanHere(scannerThat(outcome, bytes), 1000)
  here.ask(place.visitor)
  here.ask(place.visitor)
  if (outcome === null) await here.cancel()
  await expect.poll(() => place.visitor.heard.at(-1)).toEqual(ended)
  return { heard: place.visitor.heard, documents: place.documents, files: await readdir(place.documents) }
}

test('a page that was scanned is a document; asked twice, it is scanned once', async () => {
  const { heard, documents, files } = await scanned({ is: 'scanned' })
  const [file] = files
  expect(heard).toEqual([
    told,
    { type: 'documentArrived', file, name: 'Scan.pdf', bytes: 100, origin: 'scan' },
    ended,
  ])
  expect(await readFile(join(documents, file ?? ''), 'utf8')).toHaveLength(100)
})

test.each([
  ['the sheet jams', { is: 'failed', why: 'jammed' }, 100, 'jammed'],
  ['it is too large', { is: 'scanned' }, 1001, 'tooLarge'],
  ['nothing was written', { is: 'scanned' }, 0, 'failed'],
] as const)(
  'a page that does not come is told, and leaves nothing: %s',
  async (_what, outcome, bytes, why) => {
    const { heard, files } = await scanned(outcome, bytes)
    expect(heard).toEqual([told, { type: 'pageRefused', why }, ended])
    expect(files).toEqual([])
  },
)

test('a page that was cancelled leaves nothing, and no reproach', async () => {
  const { heard, files } = await scanned(null)
  expect(heard.filter(({ type }) => type !== 'scanProgress')).toEqual([ended])
  expect(files).toEqual([])
})
