import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type RunningCoordinator = {
  /** `https://…` */
  address: string
  /** Lets the first admin in. */
  firstAdminCode: string
  /** SHA-256 of its certificate, as it is printed. */
  fingerprint: string
  /** @returns its exit code */
  stop(): Promise<number | null>
}

const program = join(import.meta.dirname, '../../out/coordinator/index.js')

/**
 * Starts the built coordinator with TLS and a database of its own, as an admin would, and reads what it prints.
 * @param node what Node is told before the program, such as to load a clock first
 */
export function startBuiltCoordinator(
  more: readonly string[] = [],
  node: readonly string[] = [],
): Promise<RunningCoordinator> {
  return startCoordinator(process.execPath, [...node, program, ...more])
}

/** @param args of the program that is a coordinator, before those every test needs */
export async function startCoordinator(
  executable: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<RunningCoordinator> {
  const folder = await mkdtemp(join(tmpdir(), 'estran-dashboard-'))
  const own = ['--folder', folder, '--port', '0', '--address', '127.0.0.1']
  const server = spawn(executable, [...args, ...own], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const printed: string[] = []
  const lines = createInterface({ input: server.stdout })
  const find = (pattern: RegExp) => printed.flatMap((line) => pattern.exec(line)?.[1] ?? [])[0]
  for await (const line of lines) {
    printed.push(line)
    const address = find(/^Coordinator: (\S+)/)
    const fingerprint = find(/^Certificate .*: (\S+)$/)
    const firstAdminCode = find(/types: (.+)$/)
    if (address === undefined || fingerprint === undefined || firstAdminCode === undefined) continue
    return {
      address,
      fingerprint,
      firstAdminCode,
      stop: async () => {
        const ended = server.exitCode === null ? once(server, 'exit') : null
        server.kill()
        await ended
        await rm(folder, { recursive: true, force: true })
        return server.exitCode
      },
    }
  }
  throw new Error(`The coordinator did not start:\n${printed.join('\n')}`)
}
