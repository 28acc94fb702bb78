import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import type { PageBridge } from '../../app/contracts/contract.ts'
import type { GuardianPage, GuardianView } from '../../app/contracts/guardian-page.ts'
import { type Place, program } from '../e2e/post.ts'
import { temporaryFolder } from './left.ts'

export type At = GuardianPage['at'] | 'gone'

/** One life of a guardian, which may be short. It is asked by its page's own calls: no person is as fast, or as rude. */
export type Run = {
  readonly id: number
  /** Attaches to its page anew: the one before has crashed. */
  reattach(): Promise<void>
  /** What the page may show now; `null` once the guardian is gone. */
  view(): Promise<GuardianView | null>
  /** What is drawn on its page: the heading, or all of it. */
  drawn(part: 'h1' | 'body'): Promise<string | null>
  /** Every page it could have shown since it started, as far as it was looked at. */
  readonly seen: readonly At[]
  /** Waits for one of these, or for the guardian's end. @throws when none comes in time */
  until(...wanted: GuardianPage['at'][]): Promise<At>
  /** One call of the page; what is refused, or comes too late, changes nothing. */
  call(group: string, name: string, params?: unknown): Promise<void>
  /** The steps it came to, in order, when a fault was asked for. */
  steps(): string[]
  /** Its exit code, `null` if it was killed, and its last words. */
  ended(): Promise<string>
  /** Kills it as a power cut would. */
  cutPower(): Promise<void>
  /** Asks it to stop, as the system does. @returns its exit code; `null` if it was killed */
  shutDown(): Promise<number | null>
}

const running = new Set<ChildProcess>()

/** Ends what a test that failed has left running. */
export async function endRuns(): Promise<void> {
  for (const child of running) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

const patienceMilliseconds = 45_000

/** @param watch looks at the post whenever its page is looked at */
export async function startRun(
  place: Place,
  env: Record<string, string> = {},
  watch: (at: At) => void = () => {},
): Promise<Run> {
  const { executable, app } = program()
  await rm(join(place.stateFolder, 'visitor-debugging-port'), { force: true })
  const args = ['--remote-debugging-port=0', app, '--policy', place.policyFile, '--state', place.stateFolder]
  const temporary = temporaryFolder(place)
  await mkdir(temporary, { recursive: true })
  const child = spawn(executable, [...args, '--visitor-debugging'], {
    env: { ...process.env, TMPDIR: temporary, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  let code: number | null | undefined
  const gone = once(child, 'exit').then(async ([exit]: (number | null)[]) => {
    // Its last words may still be on their way.
    await Promise.race([once(child.stderr, 'end'), pause(500)])
    code = exit ?? null
    return code
  })
  const seen: At[] = []
  const look = (at: At): At => {
    if (seen.at(-1) !== at) seen.push(at)
    watch(at)
    return at
  }
  const orGone = async <T>(work: Promise<T> | undefined): Promise<T | null> =>
    (await Promise.race([work?.catch(() => null), gone.then(() => null)])) ?? null
  const attach = () =>
    orGone(
      firstPage(
        () => said,
        () => code !== undefined,
      ),
    )
  let page = await attach()

  const view = async () => {
    const shown = await orGone(
      page?.evaluate(() => (window as unknown as Bridged).estran.call('view', 'get', undefined)),
    )
    return shown as GuardianView | null
  }
  return {
    id: child.pid ?? 0,
    reattach: async () => {
      page = await attach()
    },
    view,
    drawn: (part) => orGone(page?.locator(part).first().innerText()),
    seen,
    until: async (...wanted) => {
      const giveUpAt = performance.now() + patienceMilliseconds
      for (;;) {
        const shown = await view()
        const at = look(shown?.page.at ?? (code === undefined ? (seen.at(-1) ?? 'recovering') : 'gone'))
        if (at === 'gone' || wanted.includes(at)) return at
        if (performance.now() > giveUpAt)
          throw new Error(`not ${wanted.join(', ')} but ${page ? at : 'no page'}:\n${said}`)
        await pause(25)
      }
    },
    call: async (group, name, params) => {
      const asked = [group, name, params] as const
      await orGone(page?.evaluate((call) => (window as unknown as Bridged).estran.call(...call), asked))
    },
    steps: () => [...said.matchAll(/"step":"([^"]+)"/g)].map(([, step]) => step ?? ''),
    ended: async () => `exit code ${await gone}: ${said.trim().split('\n').slice(-15).join(' ')}`,
    cutPower: async () => {
      child.kill('SIGKILL')
      await gone
    },
    shutDown: () => {
      child.kill('SIGTERM')
      return gone
    },
  }
}

type Bridged = { estran: PageBridge }

/** The guardian's page; `undefined` when it did not live to have one. */
async function firstPage(said: () => string, isGone: () => boolean): Promise<Page | undefined> {
  const giveUpAt = performance.now() + patienceMilliseconds
  while (!isGone() && performance.now() < giveUpAt) {
    const address = /DevTools listening on (\S+)/.exec(said())?.[1]
    const page = address === undefined ? undefined : await pageOf(address)
    if (page !== undefined) return page
    await pause(25)
  }
  return undefined
}

/** Whoever attaches while a page is being made may never hear of it: after a while it is tried anew. */
async function pageOf(address: string): Promise<Page | undefined> {
  const timeout = 3000
  const browser = await chromium.connectOverCDP(address, { timeout }).catch(() => undefined)
  const giveUpAt = performance.now() + timeout
  while (browser?.isConnected() && performance.now() < giveUpAt) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const page = pages.find((open) => open.url().startsWith('estran:'))
    const isReady = page?.evaluate(() => 'estran' in window).catch(() => false)
    if (await Promise.race([isReady, pause(500)])) return page
    await pause(25)
  }
  await browser?.close().catch(() => {})
  return undefined
}
