import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { copySpeechSettings } from './speech-settings.ts'
import { type SsipConnection, ssipConnection } from './ssip-connection.ts'

const program = '/usr/bin/speech-dispatcher'
const startWithinMilliseconds = 10_000
/** Should the guardian be killed, its server leaves by itself. */
const alonePatienceSeconds = 5

/** A speech server of our own. */
export type SpeechServer = { connection: SsipConnection; stop(): Promise<void> }

/**
 * Starts Speech Dispatcher for ourselves. The user's usual one would keep what it was told for all who ask, and log it as
 * it is set to; this one has socket and log in a folder that goes with it.
 * @param env what the server finds its settings and the sound by
 * @throws when it does not answer in time, or is not installed
 */
export async function startSpeechServer(env: NodeJS.ProcessEnv = process.env): Promise<SpeechServer> {
  // Where bubblewrap shows nothing to a visitor.
  const folder = await mkdtemp(join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), 'estran-speech-'))
  const settings = join(folder, 'settings')
  try {
    await copySpeechSettings(env, settings)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  const socketPath = join(folder, 'socket')
  const args = ['--run-single', '--timeout', `${alonePatienceSeconds}`, '--pid-file', join(folder, 'pid')]
  const socket = ['--communication-method', 'unix_socket', '--socket-path', socketPath]
  const told = ['--config-dir', settings, '--log-level', '1', '--log-dir', folder]
  // It tells every voice on its error stream: a pipe that nobody reads would hold it up. A group of its own: its modules,
  // which speak, end with it.
  const child = spawn(program, [...args, ...socket, ...told], {
    env: inPlace(env, folder),
    stdio: 'ignore',
    detached: true,
  })
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const stop = async () => {
    await end(child, gone)
    await rm(folder, { recursive: true, force: true })
  }
  const tooLate = setTimeout(() => void end(child, gone), startWithinMilliseconds)
  try {
    const connection = ssipConnection(await reach(socketPath, gone))
    await connection.command('SET SELF CLIENT_NAME estran:guardian:main')
    await connection.command('SET SELF NOTIFICATION ALL ON')
    return {
      connection,
      stop: async () => {
        connection.close()
        await stop()
      },
    }
  } catch (error) {
    await stop()
    throw error
  } finally {
    clearTimeout(tooLate)
  }
}

/** What it writes lies in its folder; the sound is found where the user has it. */
function inPlace(env: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  const { XDG_RUNTIME_DIR: shared } = env
  const sound =
    shared === undefined ? {} : { PULSE_SERVER: `unix:${shared}/pulse/native`, PIPEWIRE_RUNTIME_DIR: shared }
  return { ...sound, ...env, XDG_RUNTIME_DIR: folder, XDG_CACHE_HOME: folder }
}

/** Tries until the server listens, or has gone. */
async function reach(path: string, gone: Promise<void>): Promise<Socket> {
  let isGone = false
  void gone.then(() => {
    isGone = true
  })
  while (!isGone) {
    const socket = connect(path)
    try {
      await once(socket, 'connect')
      return socket
    } catch {
      socket.destroy()
      await pause(50)
    }
  }
  throw new Error('No speech server has started.')
}

/** At once: one without sound heeds no milder signal, and it holds nothing that is wanted. */
async function end({ pid }: ChildProcess, gone: Promise<void>): Promise<void> {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself, and its modules with it.
  }
  await gone
}
