import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from './statistics.ts'

const restMilliseconds = 4000
const looks = 5
const lookEveryMilliseconds = 200

/**
 * Memory of programs that have come to rest, in megabytes (10^6 bytes): proportional set size, which counts what
 * processes share once.
 * @param processes the processes now
 */
export async function memoryAtRest(processes: () => number[]): Promise<number> {
  await pause(restMilliseconds)
  const megabytes: number[] = []
  for (let look = 0; look < looks; look += 1) {
    megabytes.push(memoryOf(processes()) / 1e6)
    await pause(lookEveryMilliseconds)
  }
  return median(megabytes)
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
