import { readFileSync } from 'node:fs'
import { processTree } from '../canaries/processes.ts'
import { visitorProcesses } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import type { Run } from './run.ts'

/** What Chromium's own processes say of themselves on their command line. */
const kinds = {
  renderer: /--type=renderer/,
  gpu: /--type=gpu-process/,
  network: /--utility-sub-type=network\.mojom\.NetworkService/,
  main: /--user-data-dir=(?!.*--type=)/,
}
type Kind = keyof typeof kinds

/** The visitor's processes now: of one kind, or all. */
export async function ofVisitors({ stateFolder }: Place, kind?: Kind): Promise<number[]> {
  const all = await visitorProcesses(stateFolder)
  return kind === undefined ? all : all.filter((id) => kinds[kind].test(commandLine(id)))
}

/** The guardian's own children: what its visitor has started is named by the session root. */
export function ofGuardian(run: Run, kind: Kind): number[] {
  return processTree(run.id).filter(
    (id) => kinds[kind].test(commandLine(id)) && commandLine(id).includes('/state/guardian'),
  )
}

/** @throws when there is none to be killed */
export function kill(ids: readonly number[]): void {
  if (ids.length === 0) throw new Error('there is no such process')
  for (const id of ids) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It went with another.
    }
  }
}

function commandLine(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
