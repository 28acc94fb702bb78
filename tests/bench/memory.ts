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

/**
 * Memory of these processes now, in bytes: proportional set size, or one part of it. `Pss_Anon` is what they have made
 * themselves: of files, they share code with whatever else runs on the machine, and the share changes with it.
 */
export function memoryOf(processes: readonly number[], part: 'Pss' | 'Pss_Anon' = 'Pss'): number {
  return processes.reduce((sum, id) => sum + setBytes(id, part), 0)
}

/** 0 for a process that has ended. */
function setBytes(id: number, part: string): number {
  try {
    const rollup = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')
    const [, kibibytes] = new RegExp(`^${part}:\\s+(\\d+) kB`, 'm').exec(rollup) ?? []
    return Number(kibibytes) * 1024
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return 0
    throw error
  }
}
