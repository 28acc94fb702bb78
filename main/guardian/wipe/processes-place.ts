import { setTimeout as pause } from 'node:timers/promises'
import type { WipePlace } from './place.ts'
import type { FindProcesses } from './processes.ts'

const patienceMilliseconds = 5000

/**
 * The process tree of one visitor, or of every visitor when `naming` is the folder all roots are in.
 * @param killTree ends the tree we started ourselves, if there is one
 */
export function processesPlace(
  naming: string,
  findProcesses: FindProcesses,
  killTree: () => Promise<void> = async () => {},
): WipePlace {
  return {
    place: 'processes',
    wipe: async () => {
      await killTree()
      // What left the tree (a crash handler, a hostile child) is found by name and killed until nothing is found.
      const giveUpAt = performance.now() + patienceMilliseconds
      let left = await findProcesses(naming)
      while (left.length > 0 && performance.now() < giveUpAt) {
        for (const id of left) kill(id)
        await pause(2)
        left = await findProcesses(naming)
      }
    },
    readBack: async (trouble) => {
      const left = await findProcesses(naming)
      if (left.length === 0) return { is: 'absent', place: 'processes' }
      return {
        is: 'present',
        place: 'processes',
        what: `${left.length} processes`,
        where: left.join(', '),
        why: trouble ?? 'still running after they were killed',
      }
    },
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL')
  } catch {
    // Gone already, or not ours to kill: the read-back tells.
  }
}
