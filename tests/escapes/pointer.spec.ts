import type { CDPSession, Page } from '@playwright/test'
import { windowsOnScreen, xdotool } from './desktop.ts'
import { expect, test } from './fixtures.ts'
import { alone, pagesWith } from './pages.ts'

/** Menus of a desktop come within this. */
const settleMilliseconds = 300

test('the pointer, the touch screen, and pages that imitate ours', async ({
  post,
  page,
  attempts,
  sites,
  person,
}) => {
  const { origin } = sites.allocations
  const shell = await post.shell()
  const windows = await windowsOnScreen()
  const touch = await page.context().newCDPSession(page)
  const unmoved = async (address: string) => {
    await page.waitForTimeout(settleMilliseconds)
    expect(await windowsOnScreen()).toEqual(windows)
    expect(page.url()).toBe(address)
    expect(pagesWith(page).length).toBe(2)
    expect(await shell.evaluate(() => visualViewport?.scale)).toBe(1)
  }
  const documents = `${origin}/documents`
  await alone(post, page, documents)
  const link = await middleOnScreen(page, 'main a')

  await attempts.holds('context menu of a link', async () => {
    await xdotool('mousemove', link.x, link.y, 'click', 3)
    await unmoved(documents)
    return 'no menu, no window'
  })
  await attempts.holds('context menu of the bar', async () => {
    await xdotool('mousemove', 500, 20, 'click', 3)
    await unmoved(documents)
    return 'no menu, no window'
  })
  await attempts.holds('long press on a link', async () => {
    await longPress(touch, page, 'main a')
    await unmoved(documents)
    return 'no menu, no window'
  })
  await attempts.holds('pinch', async () => {
    await touch.send('Input.synthesizePinchGesture', { x: 300, y: 300, scaleFactor: 3 })
    await unmoved(documents)
    return 'the bar keeps its size'
  })
  await attempts.holds('a link dragged onto the bar', async () => {
    await drag(link, { x: 500, y: 20 })
    await unmoved(documents)
    return 'the bar opens nothing'
  })
  await attempts.holds('a link dragged onto the page', async () => {
    await drag(link, { x: 900, y: 600 })
    await unmoved(documents)
    return 'the page stays'
  })
  await attempts.holds('middle, back and forward buttons of the mouse', async () => {
    for (const button of [2, 8, 9]) {
      await xdotool('mousemove', link.x + 300, link.y + 200, 'click', button)
      await page.waitForTimeout(settleMilliseconds)
    }
    expect(await windowsOnScreen()).toEqual(windows)
    expect(new URL(page.url()).origin).toBe(origin)
    return 'to the page before and back, like the arrows of the bar'
  })
  await attempts.holds('a page moves and resizes its window', async () => {
    await page.evaluate(() => {
      moveTo(0, -200)
      resizeTo(300, 300)
    })
    await unmoved(documents)
    expect(await shell.evaluate(() => [innerWidth, innerHeight])).toEqual([1366, 768])
    return 'the window stays where it is'
  })
  await attempts.holds('a page imitates the end of the session, in full screen', async () => {
    await alone(post, page, `${origin}/pieges`)
    await page.getByRole('button', { name: 'Imiter la fin de session' }).click()
    await expect(page.getByRole('heading', { name: 'Votre session est terminée' })).toBeVisible()
    await page.waitForTimeout(settleMilliseconds)
    const bar = await shell.getByRole('banner').boundingBox()
    expect(await page.evaluate(() => innerHeight)).toBeLessThanOrEqual(768 - (bar?.height ?? 768))
    const end = await middleOnScreen(shell, 'button:has-text("Terminer ma session")')
    await xdotool('mousemove', end.x, end.y, 'click', 1)
    await person.seesHeading('Terminer votre session ?')
    await person.press('Continuer')
    return 'the bar stays, and its way out works by mouse'
  })
})

type Point = { x: number; y: number }

/** Where the mouse finds something: the post fills the screen. */
async function middleOnScreen(page: Page, selector: string): Promise<Point> {
  const box = await page.locator(selector).first().boundingBox()
  if (box === null) throw new Error(`${selector}: not shown`)
  const top = 768 - (await page.evaluate(() => innerHeight))
  return { x: Math.round(box.x + box.width / 2), y: Math.round(top + box.y + box.height / 2) }
}

async function drag(from: Point, to: Point): Promise<void> {
  await xdotool('mousemove', from.x, from.y, 'mousedown', 1)
  for (const part of [0.1, 0.4, 0.8, 1])
    await xdotool(
      'mousemove',
      Math.round(from.x + (to.x - from.x) * part),
      Math.round(from.y + (to.y - from.y) * part),
    )
  await xdotool('mouseup', 1)
}

async function longPress(touch: CDPSession, page: Page, selector: string): Promise<void> {
  const box = await page.locator(selector).first().boundingBox()
  const touchPoints = [{ x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 }]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints })
  await page.waitForTimeout(1200)
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
