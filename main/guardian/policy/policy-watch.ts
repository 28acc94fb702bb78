import { stat } from 'node:fs/promises'
import { log } from '../../lib/log.ts'
import type { Scheduler } from '../../lib/scheduler.ts'
import type { PolicyFileReading } from '../policy-file.ts'
import { fragmentFiles, fragmentsFolder } from './fragment-files.ts'

/** Follows the files of a policy while a post runs on what it read of them at its start. */
export type PolicyWatch = {
  /** Another policy that can be followed waits for its turn. */
  hasNext(): boolean
  /** What is wrong with the files by now; the post keeps to the policy it has. */
  troubles(): readonly string[]
}

const lookEverySeconds = 10

/**
 * @param running what the post started with
 * @param read reads the policy anew
 * @param onChange told after each look that found something new
 */
export function watchPolicy(
  file: string,
  running: PolicyFileReading,
  read: () => Promise<PolicyFileReading>,
  scheduler: Pick<Scheduler, 'every'>,
  onChange: () => void,
): PolicyWatch {
  const meaningOf = (reading: PolicyFileReading) =>
    JSON.stringify(reading.ok ? reading.policy : reading.problems)
  let latest = running
  let seen: string | null = null
  let looking = false

  const look = async (): Promise<void> => {
    const traces = await tracesOf(file)
    if (traces === seen) return
    const reading = await read()
    seen = traces
    if (meaningOf(reading) === meaningOf(latest)) return
    latest = reading
    if (!reading.ok) for (const problem of reading.problems) log.error(problem)
    onChange()
  }
  scheduler.every(lookEverySeconds, () => {
    if (looking) return
    looking = true
    void look()
      .catch((error: Error) => log.error({ reason: error.message }, 'the policy could not be looked at'))
      .finally(() => {
        looking = false
      })
  })
  return {
    hasNext: () => latest.ok && meaningOf(latest) !== meaningOf(running),
    troubles: () => (latest.ok || meaningOf(latest) === meaningOf(running) ? [] : latest.problems),
  }
}

/** Changes when a file of the policy is written, replaced, added, removed, or given other rights. */
async function tracesOf(policyFile: string): Promise<string> {
  const folder = fragmentsFolder(policyFile)
  const listing = await fragmentFiles(folder)
  const files = [policyFile, folder, ...(listing.ok ? listing.files : [])]
  const traces = files.map(async (path) => {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path)
    return [path, ino, size, mtimeMs, ctimeMs].join(' ')
  })
  const settled = await Promise.allSettled(traces)
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : 'not there')).join('\n')
}
