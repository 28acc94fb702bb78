import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { tellWeeks } from './told.ts'

test('counts are read with small ones hidden, by what the address says, and exported as shown', async ({
  desk,
  page,
}) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  await tellWeeks(await desk.pairsPost('Poste 1', 'Médiathèque'))
  await page.goto(`${desk.coordinator.address}/figures?from=2026-W10&to=2026-W12`)
  await desk.seesHeading('Comptages')

  const indicator = (name: string) => page.getByText(name, { exact: true }).locator('..')
  await expect(indicator('Structures où la charte est utilisée')).toContainText('1')
  await expect(indicator('Passages').getByRole('definition')).toHaveText('152')
  await expect(indicator('Passages assistés').getByRole('definition')).toHaveText('entre 0 et 43')
  await expect(page.getByRole('heading', { name: 'Pourquoi certains nombres sont masqués' })).toBeVisible()
  const help = page.getByRole('table', { name: 'Genres d’aide, en tout' })
  await expect(help.getByRole('row', { name: /Sans aide/ })).toContainText('80')
  await expect(page.locator('.chart-least path').first()).toBeVisible()

  const [file] = await Promise.all([page.waitForEvent('download'), desk.press('Tableau (CSV)')])
  const text = await readFile((await file.path()) ?? '', 'utf8')
  expect(text).toContain('help;alone;')
  expect(text).toMatch(/help;assistance;[^;]+;Médiathèque;2026-W10;2026-W10;;true/)
  expect(text).not.toMatch(/;3;false/)

  await page.getByLabel('À la semaine').fill('2026-W09')
  await page.getByLabel('De la semaine').fill('2026-W09')
  await expect(page.getByText('Rien à montrer pour ces semaines.')).toBeVisible()
  await expect(page).toHaveURL(/from=2026-W09/)
  await page.reload()
  await expect(page.getByText('Rien à montrer pour ces semaines.')).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(indicator('Passages').getByRole('definition')).toHaveText('152')

  await desk.press('English')
  await desk.seesHeading('Counts')
})
