import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs'
import { type Region, readableRegions, writtenRuns } from './memory-regions.ts'
import { type Needle, needles } from './needles.ts'
import { commandLine, isAlive } from './processes.ts'
import { type Hit, Hits, searchStream } from './search.ts'

export type MemoryScan = {
  hits: Hit[]
  /** Processes that live and could not be read, with the reason: a scan that has any proves nothing. */
  unreadable: string[]
  bytesRead: number
}

/**
 * Looks for a token in the memory of processes, and in the files they hold open that have no name any more (shared
 * memory, deleted files). A process that ends meanwhile is fine.
 */
export async function scanMemory(pids: readonly number[], token: string): Promise<MemoryScan> {
  const sought = needles(token)
  const hits = new Hits()
  const unreadable: string[] = []
  let bytesRead = 0
  for (const pid of pids)
    try {
      const name = `process ${pid}, ${programOf(pid)}`
      const bytes = scanProcess(pid, name, sought, hits)
      if (bytes === 0 && isAlive(pid)) unreadable.push(`${name}: not one byte could be read`)
      bytesRead += bytes + scanNamelessFiles(pid, name, sought, hits)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error
      if (isAlive(pid)) unreadable.push(`process ${pid}: ${error.code}`)
    }
  return { hits: hits.all, unreadable, bytesRead }
}

function scanProcess(pid: number, name: string, sought: readonly Needle[], hits: Hits): number {
  const regions = readableRegions(readFileSync(`/proc/${pid}/maps`, 'utf8'))
  return opened(`/proc/${pid}/mem`, (memory) =>
    opened(`/proc/${pid}/pagemap`, (pagemap) => {
      let bytes = 0
      for (const region of regions)
        bytes += searchStream(reader(memory, pagemap, region), sought, `${name}, ${region.name}`, hits)
      return bytes
    }),
  )
}

/** Fills space with one written run after the other. */
function reader(memory: number, pagemap: number, region: Region): (space: Buffer) => number {
  const runs = writtenRuns(region, pagemap)
  let [address, end] = [0, 0]
  return (space) => {
    while (true) {
      if (address >= end) {
        const run = runs.next()
        if (run.done) return 0
        ;[address, end] = run.value
      }
      const read = readPages(memory, space, address, Math.min(space.length, end - address))
      address = read === 0 ? end : address + read
      if (read > 0) return read
    }
  }
}

/** 0 where the pages were given back meanwhile, or lie beyond the end of a mapped file. */
function readPages(memory: number, space: Buffer, address: number, length: number): number {
  try {
    return readSync(memory, space, 0, length, address)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EIO') return 0
    throw error
  }
}

function scanNamelessFiles(pid: number, process: string, sought: readonly Needle[], hits: Hits): number {
  let bytes = 0
  for (const name of readdirSync(`/proc/${pid}/fd`)) {
    const link = `/proc/${pid}/fd/${name}`
    const target = readlinkSync(link)
    if (!target.endsWith(' (deleted)')) continue
    bytes += opened(link, (file) => {
      let position = 0
      const fill = (space: Buffer) => {
        const read = readSync(file, space, 0, space.length, position)
        position += read
        return read
      }
      return searchStream(fill, sought, `${process}, open ${target}`, hits)
    })
  }
  return bytes
}

function opened<Result>(path: string, use: (file: number) => Result): Result {
  const file = openSync(path, 'r')
  try {
    return use(file)
  } finally {
    closeSync(file)
  }
}

/** Its command and, where Chromium says so, its part: two processes of one program are told apart by it. */
function programOf(pid: number): string {
  const part = /--(?:type|utility-sub-type)=\S+|--visitor(?= )/.exec(commandLine(pid))?.[0]
  const program = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  return part === undefined ? program : `${program} ${part}`
}
