import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type CollectGarbage = (options: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

/**
 * Has the engine collect its garbage and give back the memory that this frees. A name the guardian has read, of a scanned
 * page or of a stick, would else lie there until something else is written over it: for the next person's whole session,
 * perhaps. No promise of overwriting: what is freed between things still in use stays as it was.
 */
export function memoryForgetter(): () => void {
  // The engine tells its collector to no one who has not asked for it.
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as CollectGarbage
  setFlagsFromString('--no-expose-gc')
  return () => {
    // What only a finished promise still held is let go by the first, and given back by the second.
    for (let times = 0; times < 2; times += 1)
      collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }
}
