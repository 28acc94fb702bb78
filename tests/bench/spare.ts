import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import type { RootBase } from '../../main/guardian/visitors/session-root.ts'
import { pageAt } from './program.ts'

/** The visitor that waits for the next person. */
export type WaitingSpare = { root: string; shell: Page; detach(): Promise<void> }

const mostLooks = 400
/** A person takes longer than this to read the charter. */
const restMilliseconds = 300

/** Attaches to the spare of a post at welcome, once it is ready. @param bases where session roots may be */
export async function spareOf(bases: readonly RootBase[]): Promise<WaitingSpare> {
  for (let look = 0; look < mostLooks; look += 1) {
    for (const { folder } of bases) {
      const [name] = await readdir(folder).catch(() => [])
      if (name === undefined) continue
      const root = join(folder, name)
      const port = await readFile(join(root, 'profile/DevToolsActivePort'), 'utf8').catch(() => '')
      if (!port.includes('\n')) continue
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port.split('\n')[0]}`)
      const shell = await pageAt(browser, 'estran://pages/visitor')
      await shell.locator('h1').waitFor({ state: 'attached' })
      await pause(restMilliseconds)
      return { root, shell, detach: () => browser.close() }
    }
    await pause(50)
  }
  throw new Error('no spare visitor is waiting')
}
