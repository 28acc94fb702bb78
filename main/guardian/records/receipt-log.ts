import { createHash } from 'node:crypto'
import { readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Hash,
  type Link,
  linkSchema,
  origin,
  readLine,
  seal,
  type Verification,
  verify,
  withoutOld,
} from '../../../app/receipt/chain.ts'
import type { Entry } from '../../../app/receipt/entry.ts'
import { appendDurably, errorCode, writeDurably } from '../../lib/durable-file.ts'
import { readInPlace, writeInPlace } from '../../lib/fixed-file.ts'
import { log } from '../../lib/log.ts'

/** The log, and beside it the note of its last line. */
export type ReceiptFiles = { log: string; head: string }

export function receiptFilesIn(stateFolder: string): ReceiptFiles {
  return { log: join(stateFolder, 'receipts.jsonl'), head: join(stateFolder, 'receipts-head.json') }
}

export type ReceiptLog = {
  /** The last session proven clean, or accepted by hand; 0 when there is none. */
  provenThrough(): Promise<number>
  /**
   * Adds an entry, durably. A session is proven once: telling it again changes nothing.
   * @throws when it cannot be written
   */
  append(entry: Entry): Promise<void>
}

type Known = { last: Link; provenThrough: number; tidiedOn: string }

/**
 * The receipts of a post, one line per read-back.
 * @param today `2026-11-22`; what is older than `keepDays` is removed at the start and with each new day
 */
export function fileReceiptLog(files: ReceiptFiles, keepDays: number, today: () => string): ReceiptLog {
  let known: Known | undefined

  const knownToday = async (): Promise<Known> => {
    const day = today()
    if (known?.tidiedOn === day) return known
    known = await tidy(files, firstDayKept(day, keepDays), day)
    return known
  }
  return {
    provenThrough: async () => (await knownToday()).provenThrough,
    append: async (entry) => {
      const { last, provenThrough, tidiedOn } = await knownToday()
      const proves = entry.verdict !== 'notClean'
      if (proves && entry.sequence <= provenThrough && entry.event !== 'checkedByHand') return
      const { text, link } = seal(last, entry, sha256)
      // After a failure the disk is asked again what it holds.
      known = undefined
      await appendDurably(files.log, `${text}\n`)
      await writeInPlace(files.head, link)
      known = { last: link, provenThrough: proves ? entry.sequence : provenThrough, tidiedOn }
    },
  }
}

/** Whether the log of a post is whole, and how many lines it has. @throws when it cannot be read */
export async function verifyReceipts(files: ReceiptFiles): Promise<Verification> {
  const { lines } = await readLog(files.log)
  return verify(lines, await readHead(files.head), sha256)
}

/** Sets a torn last line aside and removes what is too old. */
async function tidy(files: ReceiptFiles, firstDay: string, tidiedOn: string): Promise<Known> {
  const { lines, torn, wholeBytes } = await readLog(files.log)
  if (torn.length > 0) {
    // For whoever looks into a power cut; that it cannot be kept must not stop the log.
    await writeDurably(`${files.log}.torn`, torn.toString()).catch(() => {})
    await truncate(files.log, wholeBytes)
  }
  const kept = withoutOld(lines, firstDay)
  if (kept !== null) await rewrite(files.log, kept)
  const proven = lines.map(readLine).map((line) => {
    return line?.is === 'entry' && line.entry.verdict !== 'notClean' ? line.entry.sequence : 0
  })
  return {
    last: lastOf(lines, await readHead(files.head)),
    provenThrough: proven.reduce((most, sequence) => Math.max(most, sequence), 0),
    tidiedOn,
  }
}

/** That old lines cannot be removed must not stop new ones: it is tried again with the next day or start. */
async function rewrite(path: string, lines: readonly string[]): Promise<void> {
  await writeDurably(path, lines.map((line) => `${line}\n`).join('')).catch((error: unknown) => {
    log.error({ code: errorCode(error) }, 'old receipts could not be removed')
  })
}

/**
 * What the next line is sealed to. Where the head knows of a later line than there is, that one was removed: its
 * number is not given again, or nobody would see it.
 */
function lastOf(lines: readonly string[], head: Link | null): Link {
  const last = readLine(lines.at(-1) ?? '')?.link ?? origin
  return head === null || last.number === head.number + 1 ? last : head
}

async function readLog(path: string): Promise<{ lines: string[]; torn: Buffer; wholeBytes: number }> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0)
    throw error
  })
  const wholeBytes = bytes.lastIndexOf('\n') + 1
  const lines = bytes.subarray(0, wholeBytes).toString().split('\n').slice(0, -1)
  return { lines, torn: bytes.subarray(wholeBytes), wholeBytes }
}

async function readHead(path: string): Promise<Link | null> {
  return linkSchema.safeParse(await readInPlace(path)).data ?? null
}

function firstDayKept(today: string, keepDays: number): string {
  return new Date(Date.parse(today) - keepDays * 86_400_000).toISOString().slice(0, 10)
}

const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex')
