import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { program } from '../e2e/post.ts'

const run = promisify(execFile)

/** The outcome of a program that was run to its end, or ended after a while. */
export type Outcome = { exitCode: number | null; said: string }

const longestRunMilliseconds = 15_000

/**
 * Packages the application as a release is, fuses included, but with the runtime under test: for a test, never to be
 * handed out.
 * @param folder where to
 * @returns the packaged program
 */
export async function packageInto(folder: string): Promise<string> {
  const { executable, app } = program()
  const runtime = dirname(executable)
  const version = (await readFile(join(runtime, 'version'), 'utf8')).trim()
  await run(
    join(app, 'node_modules/.bin/electron-builder'),
    [
      ...['--linux', 'dir', '--config', 'electron-builder.yml'],
      `--config.electronDist=${runtime}`,
      `--config.electronVersion=${version}`,
      `--config.directories.output=${folder}`,
    ],
    { cwd: app },
  )
  return join(folder, 'linux-unpacked/estran')
}

/** Runs a program to its end; one that stays is ended. */
export async function outcomeOf(
  file: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(file, args, {
      env: { ...(process.env as Record<string, string>), ...env },
      timeout: longestRunMilliseconds,
      killSignal: 'SIGKILL',
    })
    return { exitCode: 0, said: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number | null; stdout: string; stderr: string }
    return { exitCode: code, said: `${stdout}${stderr}` }
  }
}
