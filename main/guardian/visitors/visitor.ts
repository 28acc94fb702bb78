import { type ChildProcess, spawn } from 'node:child_process'
import type { Duplex } from 'node:stream'
import { type FromVisitor, fromVisitorSchema, type ToVisitor } from '../../../app/contracts/visitor-link.ts'
import { log } from '../../lib/log.ts'
import { channelDescriptor, openChannel } from '../../lib/message-channel.ts'

/** How a visitor's program is started. */
export type Launch = { command: string; args: readonly string[]; env: NodeJS.ProcessEnv; cwd: string }

export type VisitorListener = (message: FromVisitor | { type: 'gone' }) => void

/** One throw-away browser. Whatever it says is checked as if hostile; what does not fit the contract is dropped. */
export type Visitor = {
  readonly root: string
  readonly gone: boolean
  send(message: ToVisitor): void
  /** One listener at a time: the session it serves. */
  listen(listener: VisitorListener): void
  /** The port a debugger may attach to, once it is open; only where it was asked for. */
  debuggingPort(): number | undefined
  /** Kills the whole tree and waits until its first process is gone. */
  kill(): Promise<void>
}

/**
 * Starts a visitor in its session root.
 * @param debugged its stderr is read for the port a debugger may attach to, and for nothing else
 */
export function startVisitor(root: string, launch: Launch, debugged: boolean): Visitor {
  const child = spawn(launch.command, launch.args, {
    cwd: launch.cwd,
    env: launch.env,
    detached: true,
    // A visitor's own words may hold addresses: they go nowhere.
    stdio: ['ignore', 'ignore', debugged ? 'pipe' : 'ignore', 'overlapped'],
  })
  return visitorOf(child, root)
}

function visitorOf(child: ChildProcess, root: string): Visitor {
  let listener: VisitorListener = () => {}
  let gone = false
  const exited = new Promise<void>((resolve) => {
    const leave = () => {
      if (gone) return
      gone = true
      listener({ type: 'gone' })
      resolve()
    }
    child.on('exit', leave)
    child.on('error', (error) => {
      log.error({ code: 'code' in error ? error.code : undefined }, 'a visitor could not be started')
      leave()
    })
  })
  let port: number | undefined
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    const announced = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(text)?.[1]
    if (announced !== undefined) port = Number(announced)
  })
  // Told once: a visitor must not fill the log.
  let warned = false
  const hear = (raw: unknown) => {
    const message = fromVisitorSchema.safeParse(raw)
    if (message.success) return listener(message.data)
    if (!warned) log.warn('a visitor said something that is not in the contract; it was ignored')
    warned = true
  }
  const endIt = () => {
    if (child.pid !== undefined && !gone) killGroup(child.pid)
  }
  const channel = openChannel(child.stdio[channelDescriptor] as Duplex, hear, () => {
    log.error('a visitor misused its channel; it was ended')
    endIt()
  })
  return {
    root,
    get gone() {
      return gone
    },
    send: channel.send,
    debuggingPort: () => port,
    listen: (next) => {
      listener = next
      if (gone) next({ type: 'gone' })
    },
    kill: async () => {
      endIt()
      await exited
    },
  }
}

function killGroup(leader: number): void {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 'SIGKILL')
  } catch {
    // Gone between the look and the kill.
  }
}
