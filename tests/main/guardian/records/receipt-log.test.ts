import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import {
  fileReceiptLog,
  receiptFilesIn,
  verifyReceipts,
} from '../../../../main/guardian/records/receipt-log.ts'
import { entryAt } from '../../../doubles/entry.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

async function receiptLog() {
  const files = receiptFilesIn(await temporaryFolder())
  let today = '2026-11-22'
  const open = () => fileReceiptLog(files, 30, () => today)
  const lines = async () => (await readFile(files.log, 'utf8')).split('\n').slice(0, -1)
  return {
    files,
    /** As a new start of the guardian opens it. */
    open,
    lines,
    setToday: (day: string) => {
      today = day
    },
    rewrite: async (change: (lines: string[]) => string[]) =>
      writeFile(
        files.log,
        change(await lines())
          .map((line) => `${line}\n`)
          .join(''),
      ),
  }
}

const filled = async (sessions: number) => {
  const all = await receiptLog()
  const log = all.open()
  for (let sequence = 1; sequence <= sessions; sequence++) await log.append(entryAt('2026-11-22', sequence))
  return all
}

describe('the receipt log', () => {
  test('has a line for each session, goes on after a restart, and verifies', async () => {
    const { open, lines, files } = await filled(2)
    await open().append(entryAt('2026-11-22', 3))
    const read = (await lines()).map((line) => JSON.parse(line))
    expect(read.map(({ number, sequence }) => [number, sequence])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
    expect(read[2]).toEqual({
      number: 3,
      ...entryAt('2026-11-22', 3),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await verifyReceipts(files)).toEqual({ is: 'whole', lines: 3 })
    expect((await stat(files.log)).mode & 0o777).toBe(0o600)
  })

  test('proves a session once, and keeps every attempt that failed and every check by hand', async () => {
    const { open, lines } = await receiptLog()
    const log = open()
    const failed = entryAt('2026-11-22', 1, { verdict: 'notClean' })
    const byHand = entryAt('2026-11-22', 1, { event: 'checkedByHand', verdict: 'acceptedByHand' })
    for (const entry of [failed, failed, entryAt('2026-11-22', 1), byHand, byHand]) await log.append(entry)
    expect(await log.provenThrough()).toBe(1)
    await log.append(entryAt('2026-11-22', 1))
    await open().append(entryAt('2026-11-22', 1))
    expect(await lines()).toHaveLength(5)
  })

  test('shows a line that is missing or other, even after more were added', async () => {
    const removed = await filled(3)
    await removed.rewrite((lines) => lines.slice(0, 2))
    expect(await verifyReceipts(removed.files)).toEqual({ is: 'removed', number: 3 })
    await removed.open().append(entryAt('2026-11-22', 4))
    expect(await verifyReceipts(removed.files)).toEqual({ is: 'removed', number: 3 })

    const altered = await filled(3)
    await altered.rewrite((lines) =>
      lines.map((line, index) => (index === 2 ? line.replace('person', 'staff') : line)),
    )
    await altered.open().append(entryAt('2026-11-22', 4))
    expect(await verifyReceipts(altered.files)).toEqual({ is: 'altered', number: 3 })

    const lost = await filled(3)
    await rm(lost.files.log)
    expect(await verifyReceipts(lost.files)).toEqual({ is: 'removed', number: 1 })
    const noHead = await filled(3)
    await rm(noHead.files.head)
    expect(await verifyReceipts(noHead.files)).toEqual({ is: 'endUnknown' })
  })

  test('sets a last line that a power cut tore aside, and goes on', async () => {
    const { files, open, lines } = await filled(2)
    const torn = '{"number":3,"event":"end","day":"2026-1'
    await appendFile(files.log, torn)
    expect(await verifyReceipts(files)).toEqual({ is: 'whole', lines: 2 })
    await open().append(entryAt('2026-11-22', 3))
    expect(await lines()).toHaveLength(3)
    expect(await verifyReceipts(files)).toEqual({ is: 'whole', lines: 3 })
    expect(await readFile(`${files.log}.torn`, 'utf8')).toBe(torn)
  })

  test('goes on from a line whose note was lost to a power cut', async () => {
    const { files, open } = await filled(2)
    const headOfTwo = await readFile(files.head)
    await open().append(entryAt('2026-11-22', 3))
    await writeFile(files.head, headOfTwo)
    const again = open()
    expect(await again.provenThrough()).toBe(3)
    await again.append(entryAt('2026-11-22', 3))
    await again.append(entryAt('2026-11-22', 4))
    expect(await verifyReceipts(files)).toEqual({ is: 'whole', lines: 4 })
  })

  test('keeps lines for as many days as the policy says, with each new day and each start', async () => {
    const { files, open, lines, setToday } = await filled(2)
    const log = open()
    setToday('2026-12-22')
    await log.append(entryAt('2026-12-22', 3))
    expect(await lines()).toHaveLength(3)
    setToday('2026-12-23')
    await log.append(entryAt('2026-12-23', 4))
    expect((await lines()).map((line) => JSON.parse(line).sequence)).toEqual([undefined, 3, 4])
    expect(await verifyReceipts(files)).toEqual({ is: 'whole', lines: 3 })
    setToday('2027-06-01')
    await open().provenThrough()
    expect(await lines()).toHaveLength(1)
    await open().append(entryAt('2027-06-01', 5))
    expect(await verifyReceipts(files)).toEqual({ is: 'whole', lines: 2 })
  })

  test('that cannot be written says so, and writes the entry once it can be', async () => {
    const { files, open } = await receiptLog()
    const nowhere = receiptFilesIn(`${files.log}/none`)
    await writeFile(files.log, '')
    const lost = fileReceiptLog(nowhere, 30, () => '2026-11-22')
    await expect(lost.append(entryAt('2026-11-22', 1))).rejects.toMatchObject({ code: 'ENOTDIR' })
    await open().append(entryAt('2026-11-22', 1))
    expect(await verifyReceipts(files)).toEqual({ is: 'whole', lines: 1 })
  })
})
