import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
} from 'node:fs'
import { searchContents } from './contents.ts'
import { type Needle, needles } from './needles.ts'
import { type Hit, Hits, searchBytes, searchStream } from './search.ts'

export type FileScan = {
  hits: Hit[]
  /** What exists and could not be read, with the reason: a scan that has any proves nothing. */
  unreadable: string[]
  filesRead: number
}

/** Larger files are searched as bytes alone, and reported: their containers were not opened. */
const LARGEST_OPENED_BYTES = 512 * 1024 * 1024

const SLASH = Buffer.from('/')

/**
 * Looks for a token in the names and contents of everything below the roots. Links are never followed (their targets'
 * names are searched), devices, sockets and FIFOs never opened. What vanishes meanwhile is no longer there.
 * @param roots absolute paths; one that does not exist holds nothing
 * @param since files whose status last changed before are passed over: a program cannot set that time back
 */
export async function scanFiles(
  roots: readonly string[],
  token: string,
  since = new Date(0),
): Promise<FileScan> {
  const scan = new Scan(needles(token), since)
  for (const root of roots)
    scan.guarded(Buffer.from(root), () => scan.entry(realpathSync(root, { encoding: 'buffer' })))
  return { hits: scan.hits.all, unreadable: scan.unreadable, filesRead: scan.filesRead }
}

class Scan {
  readonly hits = new Hits()
  readonly unreadable: string[] = []
  filesRead = 0
  readonly #needles: readonly Needle[]
  readonly #since: Date
  /** Folders already entered: roots may overlap. */
  readonly #entered = new Set<string>()

  constructor(sought: readonly Needle[], since: Date) {
    this.#needles = sought
    this.#since = since
  }

  /** Runs one step; what cannot be read is told, what is gone is not. */
  guarded(path: Buffer, step: () => void): void {
    try {
      step()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      if (error.code !== 'ENOENT') this.unreadable.push(`${path}: ${error.code}`)
    }
  }

  entry(path: Buffer): void {
    const stat = lstatSync(path)
    if (stat.isSymbolicLink())
      searchBytes(
        readlinkSync(path, { encoding: 'buffer' }),
        this.#needles,
        `${path} (link target)`,
        this.hits,
      )
    else if (stat.isDirectory()) this.#folder(path, `${stat.dev}:${stat.ino}`)
    else if (stat.isFile() && stat.ctime >= this.#since) this.#file(path)
  }

  #folder(path: Buffer, identity: string): void {
    if (this.#entered.has(identity)) return
    this.#entered.add(identity)
    // Names as bytes: they need not be valid UTF-8.
    for (const name of readdirSync(path, { encoding: 'buffer' })) {
      const child = Buffer.concat([path, SLASH, name])
      searchBytes(name, this.#needles, `${child} (name)`, this.hits)
      this.guarded(child, () => this.entry(child))
    }
  }

  #file(path: Buffer): void {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      if (fstatSync(file).size <= LARGEST_OPENED_BYTES)
        searchContents(readFileSync(file), this.#needles, `${path}`, this.hits, this.unreadable)
      else {
        searchStream((space) => readSync(file, space), this.#needles, `${path}`, this.hits)
        this.unreadable.push(`${path}: larger than 512 MiB, searched as bytes alone`)
      }
      this.filesRead += 1
    } finally {
      closeSync(file)
    }
  }
}
