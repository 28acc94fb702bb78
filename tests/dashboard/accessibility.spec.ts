import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { password } from './desk.ts'
import { test } from './fixtures.ts'
import { inUse } from './paired-post.ts'
import { tellWeeks } from './told.ts'

const pages = ['posts', 'figures', 'sites', 'pairing', 'accounts', 'audit', 'me']

/** What axe finds wrong with a page, in a form that names the rule and the place. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}

test('no page has a violation, in both languages; none is wider than 320 px', async ({ desk, page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await violations(page), 'door').toEqual([])
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  const post = await desk.pairsPost('Poste 1', 'Médiathèque')
  post.tell({ ...inUse, attention: ['latePage'] })
  await tellWeeks(post)
  for (const language of ['fr', 'en']) {
    for (const name of pages) {
      const search = `?lang=${language}&from=2026-W10&to=2026-W12`
      await page.goto(`${desk.coordinator.address}/${name}${search}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
      await expect(page.locator('table, section').first()).toBeVisible()
      expect(await violations(page), `${name}, ${language}`).toEqual([])
    }
  }
  await page.setViewportSize({ width: 320, height: 640 })
  for (const name of pages) {
    await page.goto(`${desk.coordinator.address}/${name}?from=2026-W10&to=2026-W12`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(beyond, name).toBeLessThanOrEqual(0)
  }
})

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
