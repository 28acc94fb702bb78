/**
 * Records on a small disk of their own that becomes full, loses its last free name, or becomes read-only. Run by
 * `bad-disk.test.ts` in a namespace where this process may mount it. Prints what it saw, as JSON.
 *
 *     node bad-disk.ts FOLDER bytes|names|readOnly
 */
import { execFileSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { keepBacklog } from '../../../../main/guardian/records/backlog.ts'
import { fileJournal } from '../../../../main/guardian/records/journal.ts'
import {
  fileReceiptLog,
  receiptFilesIn,
  verifyReceipts,
} from '../../../../main/guardian/records/receipt-log.ts'
import { keepReserve } from '../../../../main/guardian/records/reserve.ts'
import { fileTally } from '../../../../main/guardian/records/tally-file.ts'
import { log } from '../../../../main/lib/log.ts'
import { entryAt } from '../../../doubles/entry.ts'

log.level = 'silent'
const [folder = '', how = ''] = process.argv.slice(2)
const day = '2026-11-22'
const visit = { language: 'fr', help: 'alone' } as const
const use = { visit, cause: 'person', charterVersion: '2026-1', categories: [], proof: 'clean' } as const

const limit = how === 'names' ? 'nr_inodes=9' : 'size=512k'
execFileSync('mount', ['-t', 'tmpfs', '-o', limit, 'tmpfs', folder])

const files = receiptFilesIn(folder)
const journal = fileJournal(join(folder, 'journal.json'))
const tally = fileTally(join(folder, 'tally.json'), async () => {})
const receipts = fileReceiptLog(files, 30, () => day)
const reserve = keepReserve(join(folder, 'reserve'))
const backlogs = { tally: keepBacklog('tally', reserve), receipts: keepBacklog('receipts', reserve) }

/** One session, as far as the disk lets it go. @returns why it could not be opened, or `null` */
async function session(sequence: number): Promise<string | null> {
  try {
    await journal.open(sequence, visit)
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
  await settle(sequence)
  return null
}

async function settle(sequence: number): Promise<void> {
  await backlogs.tally.add(() => tally.count(sequence, use, new Date(2026, 10, 22, 10)))
  await backlogs.receipts.add(() => receipts.append(entryAt(day, sequence)))
  await journal.close(sequence).catch(() => {})
}

const spoil: Record<string, () => void> = {
  bytes: () => {
    const file = openSync(join(folder, 'filler'), 'w')
    try {
      for (;;) writeSync(file, Buffer.alloc(4096))
    } catch {
      closeSync(file)
    }
  },
  names: () => {
    try {
      for (let n = 0; ; n++) writeFileSync(join(folder, `filler-${n}`), '')
    } catch {
      // No name is left.
    }
  },
  readOnly: () => void execFileSync('mount', ['-o', 'remount,bind,ro', folder]),
}
const mend: Record<string, () => void> = {
  bytes: () => rmSync(join(folder, 'filler')),
  names: () => rmSync(join(folder, 'filler-0')),
  readOnly: () => void execFileSync('mount', ['-o', 'remount,bind,rw', folder]),
}

function isSpoilt(): boolean {
  try {
    writeFileSync(join(folder, 'probe'), Buffer.alloc(4096))
    return false
  } catch {
    return true
  }
}

const sessionsCounted = () =>
  Object.entries<number>(JSON.parse(readFileSync(join(folder, 'tally.json'), 'utf8')).counts)
    .filter(([key]) => key.includes('/session/'))
    .reduce((sum, [, count]) => sum + count, 0)

await session(1)
// The one that is under way when the disk goes bad.
await journal.open(2, visit)
spoil[how]?.()
const spoilt = isSpoilt()
const before = sessionsCounted()
await settle(2)
const refusals: (string | null)[] = []
for (let sequence = 3; sequence <= 40; sequence++) refusals.push(await session(sequence))
const whileBad = {
  counted: sessionsCounted(),
  troubles: [backlogs.tally.trouble(), backlogs.receipts.trouble()],
  journal: await journal.read(),
  verified: await verifyReceipts(files),
}
mend[how]?.()
await backlogs.tally.catchUp()
await backlogs.receipts.catchUp()
const opensAgain = (await session(41)) === null
console.log(
  JSON.stringify({
    spoilt,
    before,
    refused: refusals.filter((one) => one !== null),
    whileBad,
    opensAgain,
    counted: sessionsCounted(),
    verified: await verifyReceipts(files),
  }),
)
