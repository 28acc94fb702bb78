import { execa } from 'execa'
import { checkout } from './checkout.ts'

/** Values added to this process's environment; undefined takes a value away. */
export type Environment = Record<string, string | undefined>

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())

/** Aborted once the task was asked to stop: commands are ended, and callers clear up in their `finally`. */
export const stopAsked: AbortSignal = stop.signal

const STOPPED_EXIT_CODE = 130

/**
 * Does the work of a task: its exit code becomes this process's. A plain Error was written for a person, and is
 * told in its words alone; any other is a defect, and is shown whole.
 */
export async function runTask(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work()
  } catch (error) {
    process.exitCode = stopAsked.aborted ? STOPPED_EXIT_CODE : 1
    if (!stopAsked.aborted) console.error(isPlainError(error) ? error.message : error)
  }
}

function isPlainError(error: unknown): error is Error {
  return error instanceof Error && error.constructor === Error
}

/**
 * Runs a command on this terminal, in the checkout, and resolves to its exit code (130 when the task was asked to stop).
 * It is first asked to end, then killed after 15 s. Throws when the command cannot be started at all.
 */
export async function run(
  file: string,
  args: string[],
  env: Environment = {},
  cwd = checkout,
): Promise<number> {
  const result = await execa(file, args, {
    cwd,
    env,
    stdio: 'inherit',
    reject: false,
    cancelSignal: stopAsked,
    forceKillAfterDelay: 15_000,
  })
  if (result.isCanceled) return STOPPED_EXIT_CODE
  if (result.code === 'ENOENT') throw new Error(`${file} is not installed.`)
  return result.exitCode ?? 1
}

/** Runs a command whose failure is an error, and resolves to what it printed. */
export async function output(file: string, args: string[], cwd = checkout): Promise<string> {
  const result = await execa(file, args, { cwd, cancelSignal: stopAsked })
  return result.stdout
}

/** Path of a program that the npm modules bring. */
export function moduleProgram(name: string): string {
  return `${checkout}/node_modules/.bin/${name}`
}
