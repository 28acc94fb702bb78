import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import type { PageBridge } from '../../app/contracts/contract.ts'
import { pageAt } from '../bench/program.ts'
import { sessionRoots } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import { findCanary } from './left.ts'
import type { At, Run } from './run.ts'

/** A téléservice of the catalogue: its id there, and where it is. */
export type Service = { id: string; origin: string }

/** From welcome to the visitor on screen. @returns where the post is then */
export async function begin(run: Run): Promise<At> {
  await run.call('person', 'chooseLanguage', 'fr')
  await run.call('person', 'chooseHelp', 'alone')
  await run.call('person', 'acceptCharter')
  return run.until('active', 'receipt', 'outOfService')
}

/** The end is asked for and confirmed, the receipt read. @returns where the post is then */
export async function end(run: Run): Promise<At> {
  await run.call('person', 'confirmEnd')
  const at = await run.until('receipt', 'outOfService', 'stopped')
  if (at !== 'receipt') return at
  await run.call('person', 'closeReceipt')
  return run.until('welcome', 'outOfService', 'stopped')
}

/**
 * Opens a téléservice and downloads a document whose bytes are a canary. A guardian may end meanwhile.
 * @returns in how many places of the session root it was found
 */
export async function plant(place: Place, service: Service, token: string): Promise<number> {
  const { browser, page } = await visitorBrowser(place)
  try {
    const shell = await page('estran://pages/visitor')
    // Found by its address, it may not have its bridge yet.
    await shell.waitForFunction(() => 'estran' in window)
    await shell.evaluate(
      (id) => (window as unknown as { estran: PageBridge }).estran.call('home', 'openService', id),
      service.id,
    )
    const web = await page(service.origin)
    await web.waitForLoadState()
    await web.evaluate((text) => {
      const href = URL.createObjectURL(new Blob([text]))
      const link = Object.assign(document.createElement('a'), { href, download: 'attestation.pdf' })
      document.body.append(link)
      link.click()
    }, token)
    for (let look = 0; look < 500; look += 1) {
      const found = await findCanary(sessionRoots(place.stateFolder), token)
      if (found.length > 0) return found.length
      await pause(25)
    }
    return 0
  } finally {
    await browser.close()
  }
}

/** The visitor on screen, as a debugger sees it. */
export async function visitorBrowser(
  place: Place,
): Promise<{ browser: Browser; page(address: string): Promise<Page> }> {
  const port = await readFile(join(place.stateFolder, 'visitor-debugging-port'), 'utf8')
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port.trim()}`)
  return { browser, page: (address) => pageAt(browser, address) }
}
