import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { watchOpeners, windowsOnScreen, xdotool } from './desktop.ts'
import { expect, test } from './fixtures.ts'
import { pagesWith } from './pages.ts'
import { renderersOf } from './renderers.ts'

const digits = (count: number) => Array.from({ length: count }, (_none, index) => index + 1)
const keys = [
  ...digits(12).map((number) => `F${number}`),
  ...[...'osnpwtujhdlkefgrbqa'].map((letter) => `ctrl+${letter}`),
  ...[...'injctobdwqpsmr'].map((letter) => `ctrl+shift+${letter}`),
  ...['alt+F4', 'ctrl+F4', 'ctrl+F5', 'shift+F10', 'Menu', 'Escape', 'shift+Escape', 'ctrl+Escape'],
  ...[
    'ctrl+Tab',
    'ctrl+shift+Tab',
    'ctrl+1',
    'ctrl+9',
    'ctrl+Page_Down',
    'alt+Left',
    'alt+Right',
    'alt+Home',
  ],
  ...['BackSpace', 'alt+d', 'alt+f', 'alt+e', 'alt+space', 'alt+Return', 'ctrl+Return', 'ctrl+shift+Delete'],
  ...['Super_L', 'super+r', 'super+l', 'Print', 'XF86HomePage', 'XF86Mail', 'XF86Calculator', 'XF86Search'],
]

/** A key does its work, if it does any, within this. */
const settleMilliseconds = 60

test('keys, sent by the X server', async ({ post, page, attempts, sites }) => {
  const { origin } = sites.allocations
  const shell = await post.shell()
  const openers = watchOpeners()
  /** What there is on the screen and in the browser, to be the same after a key. */
  const standing = async (witness: Page) =>
    JSON.stringify({
      windows: await windowsOnScreen(),
      pages: pagesWith(page).map((open) => open.url()),
      marked: await witness.evaluate(() => Reflect.get(globalThis, 'marked')),
      heading: await post.guardian.getByRole('heading', { level: 1 }).textContent(),
    })
  const mark = (witness: Page) => witness.evaluate(() => void Reflect.set(globalThis, 'marked', true))

  await test.step('control: keys reach the page', async () => {
    await page.goto(`${origin}/connexion`)
    await page.getByLabel('Identifiant').click()
    await xdotool('key', 'b', 'o', 'n')
    await expect(page.getByLabel('Identifiant')).toHaveValue('bon')
  })
  await page.goto(`${origin}/documents`)
  await page.goto(`${origin}/long`)
  await mark(page)
  const calm = await standing(page)
  for (const key of keys) {
    await attempts.holds(`${key} on a page`, async () => {
      await page.locator('h1').click()
      await xdotool('key', key)
      await pause(settleMilliseconds)
      expect(await standing(page)).toBe(calm)
      return 'same page, same windows'
    })
  }
  await attempts.holds('every key in the bar', async () => {
    await mark(shell)
    const before = await standing(shell)
    for (const key of keys) {
      // Some of them press what has the focus, as they should: the heading has nothing to press.
      await shell.getByRole('timer').click()
      await xdotool('key', key)
    }
    await pause(settleMilliseconds)
    expect(await standing(shell)).toBe(before)
    return `${keys.length} keys: same page, same windows`
  })
  expect(await openers.seen()).toEqual([])
  openers.stop()
})

test('keys on the guardian’s own page', async ({ post, person, attempts }) => {
  await person.seesHeading('Bienvenue')
  const { guardian } = post
  await guardian.evaluate(() => void Reflect.set(globalThis, 'marked', true))
  const windows = await windowsOnScreen()
  const unmoved = async () => {
    await pause(settleMilliseconds)
    expect(await windowsOnScreen()).toEqual(windows)
    expect(guardian.url()).toBe('estran://pages/guardian/index.html')
    expect(await guardian.evaluate(() => Reflect.get(globalThis, 'marked'))).toBe(true)
    await person.seesHeading('Bienvenue')
  }
  await test.step('control: keys reach the page', async () => {
    await guardian.evaluate(() =>
      addEventListener('keydown', ({ key }) => Reflect.set(globalThis, 'lastKey', key)),
    )
    await guardian.locator('h1').click()
    await xdotool('key', 'b')
    await expect.poll(() => guardian.evaluate(() => Reflect.get(globalThis, 'lastKey'))).toBe('b')
  })
  await attempts.holds('the next person’s visitor, made ready, comes on screen', async () => {
    await expect.poll(async () => (await renderersOf(post)).length).toBeGreaterThan(0)
    await unmoved()
    return 'ready, and unseen'
  })
  await attempts.holds('every key at the welcome', async () => {
    for (const key of keys) {
      await guardian.locator('h1').click()
      await xdotool('key', key)
    }
    await unmoved()
    return `${keys.length} keys: still the welcome`
  })
  await attempts.holds('closing the guardian’s window', async () => {
    await post.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await unmoved()
    return 'still the welcome'
  })
  await attempts.holds('the context menu at the welcome', async () => {
    await guardian.locator('h1').click({ button: 'right' })
    await xdotool('mousemove', 600, 400, 'click', 3)
    await unmoved()
    return 'no menu'
  })
  const x11 = 'debian/root/etc/X11/xorg.conf.d/50-estran.conf'
  const cage = 'debian/root/usr/lib/systemd/system/estran-kiosk.service'
  attempts.keptBySystem('Ctrl+Alt+Del', { 'debian/package/postinst': 'mask ctrl-alt-del.target' })
  attempts.keptBySystem('Ctrl+Alt+Backspace', { [x11]: '"DontZap" "true"' })
  attempts.keptBySystem('Magic SysRq', { 'debian/root/usr/lib/sysctl.d/60-estran.conf': 'kernel.sysrq = 0' })
  attempts.keptBySystem('Ctrl+Alt+F1 to F12: other terminals', {
    [x11]: '"DontVTSwitch" "true"',
    [cage]: 'cage',
  })
  attempts.keptBySystem('Alt+Tab, Super, hot corners of a desktop', { [cage]: 'cage' })
  attempts.keptBySystem('Gestures from the edges of a touch screen', {
    [cage]: 'cage',
    'windows/policies.ps1': 'AllowEdgeSwipe',
  })
  attempts.keptBySystem('Windows key, task manager, sticky keys', {
    'windows/set-up.ps1': 'WEKF_PredefinedKey',
    'windows/policies.ps1': 'DisableTaskMgr',
  })
})
