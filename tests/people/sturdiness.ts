import type { Page } from '@playwright/test'

/** What a browser would read otherwise in the page's own code: elements wrongly nested, an id given twice (RGAA 8.2). */
export function brokenCode(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own = document.documentElement.cloneNode(true) as HTMLElement
    own.normalize()
    // The drawing of a chart sets its sizes by script; written out, the page's security policy would refuse them.
    for (const drawn of own.querySelectorAll('[style]')) drawn.removeAttribute('style')
    const { body } = new DOMParser().parseFromString(own.outerHTML, 'text/html')
    const isTheSame = own.querySelector('body')?.isEqualNode(body)
    const nesting = isTheSame ? [] : ['elements are nested as HTML does not allow']
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    const twice = ids.filter((id, at) => ids.indexOf(id) < at)
    return [...nesting, ...twice.map((id) => `the id « ${id} » is given twice`)]
  })
}

/** Words that are seen only with the style sheets, or come in another order without them (RGAA 10.2, 10.3). */
export function wordsOfStyles(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lines = () => document.body.innerText.split('\n').flatMap((line) => line.trim() || [])
    const bare = (text: string) => text.replace(/\s/g, '')
    const styled = lines()
    const sheets = [...document.styleSheets]
    for (const sheet of sheets) sheet.disabled = true
    const plain = bare(lines().join(''))
    for (const sheet of sheets) sheet.disabled = false
    return styled
      .filter((line) => !plain.includes(bare(line)))
      .map((line) => `« ${line.slice(0, 40)} » is not there without styles`)
  })
}

/**
 * What the Tab key alone does wrong on a page, once around it: a key or field it does not come to, a place of the focus that
 * is not seen, an order that is not the page's own, no way out (RGAA 7.3, 10.7, 12.8, 12.9).
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(() => {
    const all =
      'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]'
    const seen = [...document.querySelectorAll<HTMLElement>(all)].filter(
      (one) => one.checkVisibility() && one.tabIndex >= 0,
    )
    // One of the radio buttons of a group answers for all.
    const stops = seen.filter((one) => !(one instanceof HTMLInputElement && one.type === 'radio'))
    for (const [at, stop] of stops.entries()) stop.dataset.stop = `${at}`
    ;(document.activeElement as HTMLElement | null)?.blur()
    window.getSelection()?.removeAllRanges()
    return stops.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? one.id)
  })
  const reached: number[] = []
  const faults: string[] = []
  for (let press = 0; press < 2 * wanted.length + 20 && reached.length < wanted.length; press++) {
    await page.keyboard.press('Tab')
    const { stop, isSeen } = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth } = getComputedStyle(focused)
      // On the picker within a field for a date or a week the browser draws a ring of its own.
      const isOnItsPart = focused instanceof HTMLInputElement && !focused.matches(':focus-visible')
      const isSeen =
        focused === document.body ||
        isOnItsPart ||
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2)
      return { stop: focused.dataset.stop, isSeen }
    })
    if (!isSeen) faults.push(`the focus is not seen on « ${wanted[Number(stop)]} »`)
    if (stop !== undefined && !reached.includes(Number(stop))) reached.push(Number(stop))
  }
  const first = reached.indexOf(0)
  const around = [...reached.slice(first), ...reached.slice(0, first)]
  const isInOrder = around.every((stop, at) => at === 0 || stop > (around[at - 1] ?? -1))
  if (!isInOrder) faults.push(`the order is ${around.map((stop) => `« ${wanted[stop]} »`).join(', ')}`)
  const missed = wanted.filter((_, at) => !reached.includes(at))
  return [...faults, ...missed.map((name) => `Tab does not come to « ${name} »`)]
}
