import { readSync } from 'node:fs'

/** A stretch of a process's memory. Addresses in bytes. */
export type Region = {
  start: number
  end: number
  shared: boolean
  file: 'none' | 'kept' | 'deleted'
  name: string
}

const PAGE_BYTES = 4096
const PAGEMAP_ENTRY_BYTES = 8
// The kernel's own pages, the same in every process, and device memory cannot be read this way.
const NOT_MEMORY = /^(\[vvar|\[vsyscall\]|\/dev\/(?!shm\/|zero))/

/** The readable regions in the text of /proc/PID/maps. */
export function readableRegions(maps: string): Region[] {
  return [...maps.matchAll(/^(\w+)-(\w+) r..(.) \w+ \S+ (\d+) *(.*)$/gm)]
    .map(([, start = '', end = '', sharing, inode, name = '']) => ({
      start: Number.parseInt(start, 16),
      end: Number.parseInt(end, 16),
      shared: sharing === 's',
      file:
        inode === '0'
          ? ('none' as const)
          : name.endsWith(' (deleted)')
            ? ('deleted' as const)
            : ('kept' as const),
      name: name || 'anonymous',
    }))
    .filter((region) => !NOT_MEMORY.test(region.name))
}

/**
 * The parts of a region that can hold what is nowhere else, as [start, end) addresses. Private pages that were never
 * touched hold nothing, and those of a file as it lies on disk are searched there; what is shared or deleted is read
 * whole, since another process may have written it.
 * @param pagemap an open /proc/PID/pagemap (Linux, admin-guide/mm/pagemap.rst)
 */
export function* writtenRuns(region: Region, pagemap: number): Generator<[start: number, end: number]> {
  if (region.shared || region.file === 'deleted') {
    yield [region.start, region.end]
    return
  }
  let start: number | null = null
  for (const [address, written] of pages(region, pagemap)) {
    if (written) start ??= address
    else if (start !== null) {
      yield [start, address]
      start = null
    }
  }
  if (start !== null) yield [start, region.end]
}

function* pages(region: Region, pagemap: number): Generator<[address: number, written: boolean]> {
  const entries = Buffer.alloc(64 * 1024)
  let address = region.start
  while (address < region.end) {
    const wanted = Math.min(entries.length, ((region.end - address) / PAGE_BYTES) * PAGEMAP_ENTRY_BYTES)
    const read = readSync(pagemap, entries, 0, wanted, (address / PAGE_BYTES) * PAGEMAP_ENTRY_BYTES)
    if (read === 0) return
    for (let at = 0; at < read; at += PAGEMAP_ENTRY_BYTES, address += PAGE_BYTES) {
      const flags = entries[at + PAGEMAP_ENTRY_BYTES - 1] ?? 0
      const [present, swapped, ofFile] = [flags & 0x80, flags & 0x40, flags & 0x20]
      yield [address, Boolean(present || swapped) && !ofFile]
    }
  }
}
