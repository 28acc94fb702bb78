import { readdirSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { memoryAtRest, memoryOf } from '../bench/memory.ts'
import { processTree } from '../canaries/processes.ts'
import { sessionRoots } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import { temporaryFolder } from './left.ts'
import type { Run } from './run.ts'

/** What a post takes of its machine, at welcome, with the spare ready and everything at rest. */
export type Look = {
  /** Proportional set size of all processes, the spare's included, in megabytes. */
  memory: number
  /** Of that, what no file holds. */
  ownMemory: number
  /** The same of the guardian's process alone, which lives on. */
  guardianMemory: number
  guardianDescriptors: number
  /** Of all processes. */
  descriptors: number
  processes: number
  roots: number
  /** Everything in its home and temporary folders. */
  temporary: number
  /** Everything in its state folder. */
  kept: number
}

/** @param home of the guardian */
export async function look(run: Run, place: Place, home: string): Promise<Look> {
  const tree = () => processTree(run.id)
  const memory = await memoryAtRest(tree)
  const own = (processes: number[]) => memoryOf(processes, 'Pss_Anon') / 1e6
  const [inHome, inTemporary, kept] = await Promise.all(
    [home, temporaryFolder(place), place.stateFolder].map((folder) => readdir(folder, { recursive: true })),
  )
  return {
    memory,
    ownMemory: own(tree()),
    guardianMemory: own([run.id]),
    guardianDescriptors: descriptors(run.id),
    descriptors: tree().reduce((sum, id) => sum + descriptors(id), 0),
    processes: tree().length,
    roots: sessionRoots(place.stateFolder).length,
    temporary: (inHome?.length ?? 0) + (inTemporary?.length ?? 0),
    kept: kept?.length ?? 0,
  }
}

/** 0 for the few processes of Chromium's sandbox that nobody may look into; they stay the same. */
function descriptors(id: number): number {
  try {
    return readdirSync(`/proc/${id}/fd`).length
  } catch {
    return 0
  }
}
