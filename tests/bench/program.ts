import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type Browser, chromium, type Page } from '@playwright/test'
import { processTree } from '../canaries/processes.ts'
import { now } from './moments.ts'

/** A program with windows, started as a person would start it, in a process group of its own. */
export type Program = {
  readonly startedAt: number
  /** Its processes now. */
  processes(): number[]
  /** Its first page whose address begins so, to be looked at from the debugging port. */
  page(address: string): Promise<Page>
  /** Looks no more. */
  detach(): Promise<void>
  /** Asks it to stop, as the system does, and waits until it has. */
  stop(): Promise<void>
  /** Kills its group and waits until its first process is gone. */
  kill(): Promise<void>
}

const running = new Set<ChildProcess>()

/** Ends what a measurement that failed has left. */
export function killStartedPrograms(): void {
  for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGKILL')
}

const patienceMilliseconds = 20_000

/** Starts it with an open debugging port. @param command its path, then its arguments */
export function startProgram(command: readonly string[], env: NodeJS.ProcessEnv = process.env): Program {
  const [file = '', ...args] = command
  const startedAt = now()
  const child = spawn(file, args, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const port = debuggingPort(child)
  // Asked for later, or never.
  port.catch(() => {})
  running.add(child)
  const gone = once(child, 'exit').finally(() => running.delete(child))
  let browser: Promise<Browser> | undefined
  const detach = async () => {
    const attached = browser
    browser = undefined
    await (await attached)?.close()
  }
  const end = async (signal: NodeJS.Signals) => {
    await detach()
    if (child.pid !== undefined && running.has(child)) {
      process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal)
    }
    await gone
  }
  return {
    startedAt,
    processes: () => processTree(child.pid ?? 0),
    page: async (address) => {
      browser ??= port.then((at) => chromium.connectOverCDP(at))
      return pageAt(await browser, address)
    },
    detach,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

function debuggingPort(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended while it was starting:\n${said}`)))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const address = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    })
  })
}

/** The page of a browser whose address begins so, once it is there. */
export async function pageAt(browser: Browser, address: string): Promise<Page> {
  const giveUpAt = now() + patienceMilliseconds
  while (now() < giveUpAt) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const found = pages.find((page) => page.url().startsWith(address))
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`no page at ${address}`)
}
