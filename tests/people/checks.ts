import type { Page } from '@playwright/test'

/** What a finger can press and cannot aim at: less than 44 px high or wide (WCAG 2.5.5). */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = 'button, a[href], select, textarea, input, [role="tab"], [role="option"], label:has(input)'
    const targets = [...document.querySelectorAll(all)].filter((target) => target.checkVisibility())
    // What stands for a box or a button that is drawn otherwise is its label.
    const own = targets.filter((target) => target.tagName !== 'INPUT' || target.closest('label') === null)
    return own.flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      if (width >= 44 && height >= 44) return []
      const name = target.getAttribute('aria-label') ?? target.textContent ?? ''
      return [`« ${name.trim().slice(0, 40)} » is ${Math.round(width)} × ${Math.round(height)} px`]
    })
  })
}

/**
 * What of the page's text cannot be read by scrolling up and down alone: cut, out of its box, or beside the window. A row of tabs
 * and a table scroll sideways, and a long host or title is shortened, by design.
 */
export function lostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const fates = (element: Element): string[] => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element)
      if (textOverflow === 'ellipsis' || element.closest('[role="tablist"], .table-box') !== null) return []
      const isWide = element.scrollWidth > element.clientWidth + 1
      const isHigh = element.scrollHeight > element.clientHeight + 2
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll'
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
      const words = document.createRange()
      words.selectNodeContents(element)
      const isBeside = [...words.getClientRects()].some(
        ({ left, right }) => left < -1 || right > innerWidth + 1,
      )
      return [
        ...((cuts(overflowX) && isWide) || (cuts(overflowY) && isHigh) ? ['cut'] : []),
        ...(scrolls(overflowX) && isWide ? ['scrolls sideways'] : []),
        ...(element.matches('button, label, .card') && isWide ? ['out of its box'] : []),
        ...(hasText && isBeside ? ['beside the window'] : []),
      ]
    }
    const isSeen = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      // Smaller is heard and not seen, on purpose.
      return element.checkVisibility() && width > 2 && height > 2
    }
    const sideways =
      document.documentElement.scrollWidth > innerWidth + 1 ? ['the page scrolls sideways'] : []
    const seen = [...document.body.querySelectorAll('*')].filter(isSeen)
    const told = seen.flatMap((element) =>
      fates(element).map((fate) => `${fate}: ${element.localName} « ${element.textContent?.slice(0, 40)} »`),
    )
    return [...sideways, ...told]
  })
}

/** Draws the page as in a window of 320 px: what a zoom of the browser, or a telephone, makes of it. */
export async function inNarrowWindow(page: Page, act: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const size = { width: 320, height: 640, deviceScaleFactor: 0, mobile: false }
  await session.send('Emulation.setDeviceMetricsOverride', size)
  await act()
  await session.send('Emulation.clearDeviceMetricsOverride')
  await session.detach()
}
