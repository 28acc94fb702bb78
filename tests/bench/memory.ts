import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const lookEveryMilliseconds = 500
const steadyShare = 0.01
const mostLooks = 40

/**
 * Memory of programs that have come to rest, in megabytes (10^6 bytes): proportional set size, which counts what
 * processes share once.
 * @param processes the processes now @throws when they do not come to rest
 */
export async function memoryAtRest(processes: () => number[]): Promise<number> {
  let steadyLooks = 0
  let before = 0
  for (let look = 0; look < mostLooks; look += 1) {
    await pause(lookEveryMilliseconds)
    const bytes = memoryOf(processes())
    steadyLooks = Math.abs(bytes - before) <= before * steadyShare ? steadyLooks + 1 : 0
    before = bytes
    if (steadyLooks === 4) return bytes / 1e6
  }
  throw new Error('the memory of a program did not come to rest')
}

function memoryOf(processes: readonly number[]): number {
  return processes.reduce((sum, id) => sum + proportionalSetBytes(id), 0)
}

/** 0 for a process that has ended. */
function proportionalSetBytes(id: number): number {
  try {
    const [, kibibytes] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? []
    return Number(kibibytes) * 1024
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return 0
    throw error
  }
}
