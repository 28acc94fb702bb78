import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  type Browser,
  chromium,
  type ElectronApplication,
  _electron as electron,
  type Page,
} from '@playwright/test'
import { possibleBases } from '../../main/guardian/visitors/session-root.ts'

/** A post under test: the real program, its guardian page, and the visitor on screen. */
export type Post = {
  readonly stateFolder: string
  readonly guardian: Page
  /** The guardian's main process. */
  readonly application: ElectronApplication
  /** Id of the guardian's process. */
  readonly guardianId: number
  /** The visitor's shell page: bar, home, documents. */
  shell(): Promise<Page>
  /** The visitor's page of the web whose address begins so. */
  web(address: string): Promise<Page>
  /** Stops watching the visitor, until a page is asked for again. */
  letGo(): Promise<void>
  /** Kills the guardian as a power cut would, and waits until its process is gone. */
  cutPower(): Promise<void>
  /** The end of a test: nothing of the post runs on. */
  stop(): Promise<void>
  /** Asks the post to stop, as the system does at shutdown. @returns its exit code */
  shutDown(): Promise<number | null>
}

export type Place = { stateFolder: string; policyFile: string }

/** A folder for a post's state and policy, outside every place a post wipes. */
export async function makePlace(policy: unknown): Promise<Place & { remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'estran-test-'))
  const policyFile = join(folder, 'policy.json')
  await writeFile(policyFile, JSON.stringify(policy))
  const stateFolder = join(folder, 'state')
  const remove = async () => {
    const left = [folder, ...possibleBases(stateFolder).map((base) => base.folder)]
    for (const path of left) await rm(path, { recursive: true, force: true, maxRetries: 5 })
  }
  return { stateFolder, policyFile, remove }
}

/** The program under test. Missing, it is a failure: nothing is skipped. */
export function program(): { executable: string; app: string } {
  const { ESTRAN_ELECTRON: executable, ESTRAN_APP: app } = process.env
  if (executable === undefined || app === undefined) {
    throw new Error('ESTRAN_ELECTRON and ESTRAN_APP are not set: run the tests with "npm run test:e2e".')
  }
  return { executable, app }
}

/**
 * Starts a post.
 * @param env added to the environment; `ESTRAN_FAULT` makes a place of the wipe misbehave
 * @param executable a program that becomes Electron, such as a tracer
 */
export async function startPost(
  place: Place,
  env: Record<string, string> = {},
  args: string[] = [],
  executable = program().executable,
): Promise<Post> {
  const { app } = program()
  await rm(join(place.stateFolder, 'visitor-debugging-port'), { force: true })
  const application = await electron.launch({
    executablePath: executable,
    chromiumSandbox: true,
    args: [app, '--policy', place.policyFile, '--state', place.stateFolder, '--visitor-debugging', ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  return postOf(application, place.stateFolder)
}

async function postOf(application: ElectronApplication, stateFolder: string): Promise<Post> {
  const child = application.process()
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const guardian = await application.firstWindow()
  const cutPower = async () => {
    child.kill('SIGKILL')
    await gone
  }
  const visitor = visitorAt(join(stateFolder, 'visitor-debugging-port'))
  return {
    stateFolder,
    guardian,
    application,
    guardianId: child.pid ?? 0,
    shell: () => visitor.page((address) => address.startsWith('estran://pages/visitor')),
    web: (address) => visitor.page((open) => open.startsWith(address)),
    letGo: visitor.detach,
    cutPower,
    stop: async () => {
      await visitor.detach()
      await cutPower()
      // A helper of the desktop that the post woke, such as a message bus, may hold these pipes: the runner would
      // wait for their end for ever.
      for (const pipe of child.stdio) pipe?.destroy()
    },
    shutDown: async () => {
      child.kill('SIGTERM')
      return gone
    },
  }
}

/** Attaches to whichever visitor is on screen; the next person's is another process, on another port. */
function visitorAt(portFile: string): {
  page(isWanted: (address: string) => boolean): Promise<Page>
  detach(): Promise<void>
} {
  let attached: { port: string; browser: Browser } | undefined
  const attach = async (): Promise<Browser> => {
    const port = (await readFile(portFile, 'utf8')).trim()
    if (attached?.port !== port || !attached.browser.isConnected()) {
      attached = { port, browser: await chromium.connectOverCDP(`http://127.0.0.1:${port}`) }
    }
    return attached.browser
  }
  return {
    detach: async () => {
      await attached?.browser.close().catch(() => {})
    },
    page: async (isWanted) => {
      const giveUpAt = Date.now() + 15_000
      for (;;) {
        const browser = await attach().catch(() => undefined)
        const pages = browser?.contexts().flatMap((context) => context.pages()) ?? []
        const page = pages.find((candidate) => isWanted(candidate.url()))
        if (page !== undefined) return page
        if (Date.now() > giveUpAt)
          throw new Error(`no such page; open: ${pages.map((open) => open.url()).join(' ')}`)
        await pause(50)
      }
    },
  }
}
