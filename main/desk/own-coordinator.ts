import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type CoordinatorReady, coordinatorReadySchema } from '../../app/contracts/coordinator-process.ts'
import { installation } from '../lib/installation.ts'

/** The coordinator that this desk runs, in a process of its own. */
export type OwnCoordinator = {
  ready: CoordinatorReady
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>
}

/** Starts the same program as `estran coordinator`. `null` when it ended before it was ready: it said why on stderr. */
export async function startOwnCoordinator(): Promise<OwnCoordinator | null> {
  const server = spawn(process.execPath, [...installation.appArguments(), 'coordinator'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(server, 'exit')
  const message = once(server, 'message').then(([said]) => coordinatorReadySchema.parse(said))
  const ready = await Promise.race([message, ended.then(() => null)])
  if (ready === null) return null
  return {
    ready,
    stop: async () => {
      // Over the channel and not by a signal, which Windows does not know: a closed one is what it hears.
      if (server.connected) server.disconnect()
      await ended
    },
  }
}
