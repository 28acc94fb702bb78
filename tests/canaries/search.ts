import { LONGEST_NEEDLE_BYTES, type Needle } from './needles.ts'

/** A canary found: which artefact, how it was written, and where. */
export type Hit = { artefact: string; encoding: string; where: string }

const WINDOW_BYTES = 4 * 1024 * 1024

/** Hits without repetition: a canary may lie a thousand times in one place. */
export class Hits {
  readonly #byKey = new Map<string, Hit>()

  add(hit: Hit): void {
    this.#byKey.set(JSON.stringify(hit), hit)
  }

  get all(): Hit[] {
    return [...this.#byKey.values()]
  }
}

/** Searches bytes that are all at hand; hits that begin at or after `end` are left to the caller's next window. */
export function searchBytes(
  bytes: Buffer,
  needles: readonly Needle[],
  where: string,
  hits: Hits,
  end = bytes.length,
): void {
  for (const needle of needles)
    for (const at of occurrences(bytes, needle.bytes)) {
      if (at >= end) break
      hits.add({ artefact: needle.kindAt(bytes, at), encoding: needle.encoding, where })
    }
}

/**
 * Searches a stream of any length in windows that overlap, so that no canary is cut in two.
 * @param fill writes the next bytes into the space it is given and says how many; 0 at the end
 * @returns how many bytes went by
 */
export function searchStream(
  fill: (space: Buffer) => number,
  needles: readonly Needle[],
  where: string,
  hits: Hits,
): number {
  let held = 0
  let total = 0
  while (true) {
    const count = fill(window.subarray(held))
    held += count
    total += count
    if (count === 0) {
      searchBytes(window.subarray(0, held), needles, where, hits)
      return total
    }
    if (held < WINDOW_BYTES) continue
    const next = held - LONGEST_NEEDLE_BYTES
    searchBytes(window, needles, where, hits, next)
    held = window.copy(window, 0, next)
  }
}

// One window for all: the scan of a process reads thousands of regions, one after the other.
const window = Buffer.alloc(WINDOW_BYTES)

/** Every offset at which `sought` begins, in order. */
export function* occurrences(bytes: Buffer, sought: Buffer): Generator<number> {
  for (let at = bytes.indexOf(sought); at !== -1; at = bytes.indexOf(sought, at + 1)) yield at
}
