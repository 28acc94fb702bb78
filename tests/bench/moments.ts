/**
 * Moments are milliseconds since 1970 with fractions, the one clock that every process of a machine has in common.
 * They are taken inside the pages: what a test runner needs to hear of them does not count.
 */
import type { Page } from '@playwright/test'

/** What a page shows once it shows what is waited for. */
export type Sight = { selector: string; text: string }

/** The moment in this process. */
export function now(): number {
  return performance.timeOrigin + performance.now()
}

/** Presses a button with the mouse. @returns when the mouse button came up, which is when pages act */
export async function press(page: Page, name: string): Promise<number> {
  const pressed = await page.evaluateHandle(() => ({
    at: new Promise<number>((resolve) => {
      const tell = (event: Event) => resolve(performance.timeOrigin + event.timeStamp)
      addEventListener('pointerup', tell, { capture: true, once: true })
    }),
  }))
  await page.getByRole('button', { name }).first().click()
  return pressed.evaluate(({ at }) => at)
}

/** Waits in a page for a sight from now on. @returns asks when it was painted */
export async function watch(page: Page, sight: Sight): Promise<() => Promise<number>> {
  const watching = await page.evaluateHandle(sightPainted, sight)
  return () => watching.evaluate(({ at }) => at)
}

/** Makes every page loaded here from now on wait for a sight. @returns loads a page: milliseconds until it was painted */
export async function loadUntilSeen(page: Page, sight: Sight): Promise<(address: string) => Promise<number>> {
  await page.addInitScript(`globalThis.benchSight = (${sightPainted})(${JSON.stringify(sight)})`)
  return async (address) => {
    await page.goto(address)
    return page.evaluate(async () => {
      const { benchSight } = globalThis as unknown as { benchSight: { at: Promise<number> } }
      return (await benchSight.at) - performance.timeOrigin
    })
  }
}

/** When a page that was loaded in sight first showed something. */
export function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint')
          if (paint !== undefined) resolve(performance.timeOrigin + paint.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
}

/** Milliseconds from the start of a page's navigation until it first showed something. */
export async function timeToFirstPaint(page: Page): Promise<number> {
  return (await firstPaint(page)) - (await page.evaluate(() => performance.timeOrigin))
}

/** Runs in a page: when it was in sight with this text, in the first frame after. */
function sightPainted({ selector, text }: Sight): { at: Promise<number> } {
  return {
    at: new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`"${text}" was not seen within 30 s`)), 30_000)
      const look = () => {
        // French puts a space that does not break before some marks.
        const texts = [...document.querySelectorAll(selector)].map((one) =>
          one.textContent?.replace(/\s/g, ' '),
        )
        const shown = texts.some((shownText) => shownText?.includes(text))
        if (!shown || document.visibilityState !== 'visible') return
        changes.disconnect()
        document.removeEventListener('visibilitychange', look)
        // A message posted while a frame is made arrives once it is made.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
          port2.postMessage(null)
        })
      }
      const changes = new MutationObserver(look)
      changes.observe(document, { subtree: true, childList: true, characterData: true })
      document.addEventListener('visibilitychange', look)
      look()
    }),
  }
}
