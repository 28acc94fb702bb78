import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

const entry = join(import.meta.dirname, '../../main/coordinator/index.ts')

/** A coordinator as a process of its own, which can be killed. */
export type CoordinatorProcess = {
  address: string
  firstAdminCode: string | null
  /** As a power cut would: nothing is asked of it. */
  kill(): Promise<void>
  /** As an admin does. @returns its exit code */
  stop(): Promise<number | null>
}

/** @param how otherwise than in the clear, on whatever port is free */
export async function startProcess(
  folder: string,
  databaseUrl?: string,
  how: string[] = ['--plain-http', '--port', '0'],
): Promise<CoordinatorProcess> {
  const child = spawn(process.execPath, [entry, ...how, '--folder', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '' },
  })
  const gone = once(child, 'exit')
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = await firstLines(child)
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return (await gone)[0]
  }
  return {
    address: /^Coordinator: (\S+)$/m.exec(said)?.[1] ?? '',
    firstAdminCode: /types: (\S+)$/m.exec(said)?.[1] ?? null,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** What it says until it serves: its address is last, or the code of the first admin. */
async function firstLines(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output')
  let said = ''
  for await (const line of createInterface({ input: child.stdout })) {
    said += `${line}\n`
    if (line.startsWith('Ready')) return said
  }
  throw new Error(`the coordinator did not start: ${said}`)
}
