import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { type Environment, output, stopAsked } from './command.ts'

const SCREEN = '1366x768x24'

/** Whether there is a display of a person's to open a window on. */
export function hasDisplay(): boolean {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Runs a task with a display of its own (Xvfb, any free number, its own key) that is gone afterwards.
 * The task gets the environment that makes programs use that display and no other.
 */
export async function withOwnDisplay<T>(task: (env: Environment) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'estran-display-'))
  const authority = join(folder, 'Xauthority')
  const key = randomBytes(16).toString('hex')
  // The server reads the key alone and takes it whatever the number; clients look for the number.
  await addKey(authority, ':0', key)
  const server = execa(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-auth', authority],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      cancelSignal: stopAsked,
      reject: false,
    },
  )
  try {
    // The server writes its number once it listens, or ends without a word there.
    const [number] = await Promise.race([once(server.stdio[3], 'data'), server.then(() => [])])
    if (number === undefined)
      throw new Error(`Xvfb did not start: ${(await server).stderr || 'is it installed?'}`)
    const display = `:${String(number).trim()}`
    await addKey(authority, display, key)
    return await task({
      DISPLAY: display,
      XAUTHORITY: authority,
      WAYLAND_DISPLAY: undefined,
      XDG_SESSION_TYPE: 'x11',
    })
  } finally {
    server.kill()
    await server
    await rm(folder, { recursive: true, force: true })
  }
}

function addKey(authority: string, display: string, key: string): Promise<string> {
  return output('xauth', ['-q', '-f', authority, 'add', display, '.', key])
}
