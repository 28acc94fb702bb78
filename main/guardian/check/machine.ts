import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/** What the probes ask a machine for. Whatever cannot be told is `null`, never an error. */
export type Machine = {
  /** The text of a file. */
  read(path: string): Promise<string | null>
  /** What a program says, in English, and its exit code; `null` when it is not there, or does not end in time. */
  run(program: string, args: readonly string[], withinSeconds?: number): Promise<Said | null>
}
export type Said = { code: number; text: string }

const run = promisify(execFile)
const usuallySeconds = 10

export const thisMachine: Machine = {
  read: (path) => readFile(path, 'utf8').catch(() => null),
  run: async (program, args, withinSeconds = usuallySeconds) => {
    try {
      const { stdout } = await run(program, [...args], {
        timeout: withinSeconds * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: 16_000_000,
        env: { ...process.env, LC_ALL: 'C' },
      })
      return { code: 0, text: stdout }
    } catch (error) {
      const { code, stdout } = error as { code?: number | string; stdout?: string }
      return typeof code === 'number' ? { code, text: stdout ?? '' } : null
    }
  },
}
