import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { lostText } from '../people/checks.ts'
import { brokenCode, keyboardFaults, wordsOfStyles } from '../people/sturdiness.ts'
import { type Desk, password } from './desk.ts'
import { test } from './fixtures.ts'
import { inUse } from './paired-post.ts'
import { tellWeeks } from './told.ts'

const pages = ['posts', 'figures', 'sites', 'pairing', 'accounts', 'audit', 'me']

/** What axe finds wrong with a page, in a form that names the rule and the place. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

/** A network in which each page has something to show. */
async function fillNetwork(desk: Desk): Promise<void> {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  await desk.addsSite('Mairie')
  const post = await desk.pairsPost('Poste 1', 'Médiathèque')
  post.tell({ ...inUse, attention: ['latePage'] })
  await tellWeeks(post)
  await desk.press('Faire un code')
  await expect(desk.page.getByRole('heading', { name: /^Code du site/ })).toBeVisible()
}

/** Each page once there is something on it, the small print of the counts unfolded. */
async function onEachPage(desk: Desk, language: string, look: (name: string) => Promise<void>) {
  const { page, coordinator } = desk
  for (const name of pages) {
    await page.goto(`${coordinator.address}/${name}?lang=${language}&from=2026-W10&to=2026-W12`)
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
    await expect(page.locator('table tbody tr, main section').first()).toBeVisible()
    for (const folded of await page.locator('summary').all()) await folded.click()
    await look(name)
  }
}

test('no page has a violation, nor code that is wrong or lost without styles, in both languages', async ({
  desk,
  page,
}) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const faults = async () => [
    ...(await violations(page)),
    ...(await brokenCode(page)),
    ...(await wordsOfStyles(page)),
  ]
  expect(await faults(), 'door').toEqual([])
  await fillNetwork(desk)
  for (const language of ['fr', 'en'])
    await onEachPage(desk, language, async (name) =>
      expect(await faults(), `${name}, ${language}`).toEqual([]),
    )
})

test('text of double size or spaced, or a window of 320 px, takes nothing away', async ({ desk, page }) => {
  await fillNetwork(desk)
  await onEachPage(desk, 'fr', async (name) => {
    await spaceOut(page)
    expect(await lostText(page), `${name}, spaced`).toEqual([])
  })
  for (const size of [
    { width: 683, height: 384 },
    { width: 320, height: 640 },
  ]) {
    await page.setViewportSize(size)
    await onEachPage(desk, 'fr', async (name) =>
      expect(await lostText(page), `${name}, ${size.width} px`).toEqual([]),
    )
  }
})

test('Tab alone leads once around each page, and shows where it is', async ({ desk, page }) => {
  await fillNetwork(desk)
  await onEachPage(desk, 'fr', async (name) => expect(await keyboardFaults(page), name).toEqual([]))
})

test('a fault is told: words of a style, an id given twice, a key out of order', async ({ desk, page }) => {
  await desk.becomesFirstAdmin()
  await page.evaluate(() => {
    const key = document.createElement('button')
    key.id = 'content'
    key.tabIndex = 3
    key.style.outline = 'none'
    document.querySelector('nav')?.prepend(key)
    document.querySelector('main')?.querySelector('p')?.append(document.createElement('div'))
  })
  expect(await brokenCode(page)).toHaveLength(2)
  expect((await keyboardFaults(page)).join()).toMatch(/the focus is not seen.*the order is/)
})

/** As a reader may want it (WCAG 1.4.12). */
function spaceOut(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      Object.assign(element.style ?? {}, {
        letterSpacing: '0.12em',
        wordSpacing: '0.16em',
        lineHeight: '1.5',
      })
    }
  })
}

test('signing in and ending a session by keyboard alone', async ({ desk, page }) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  const post = await desk.pairsPost('Poste 1', 'Médiathèque')
  post.tell(inUse)
  await desk.press('Se déconnecter')
  await desk.seesHeading('Se connecter')

  await expect(page.getByLabel('Nom')).toBeFocused()
  await page.keyboard.type('Camille')
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  const reach = async (name: string) => {
    for (let press = 0; press < 60; press++) {
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (focused === name) return page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
    }
    throw new Error(`« ${name} » cannot be reached with Tab`)
  }
  await desk.seesHeading('Les postes')
  await expect(page.getByRole('button', { name: 'Terminer' })).toBeVisible()
  await reach('Terminer')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await reach('Terminer')
  await expect(page.getByRole('region', { name: 'Poste 1' }).getByRole('status')).toHaveText('C’est fait.')
  expect(post.commands).toEqual([{ do: 'end', turn: inUse.turn }])
})
