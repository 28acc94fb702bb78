import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { tellWeeks } from './told.ts'

/** Every table, with a row of it. */
const shown = [
  ['Genres de téléservices ouverts', 'Impôts', '120'],
  ['Comment les sessions ont fini', 'Par la personne', '93'],
  ['Demi-journées', 'Matin', '93'],
  ['Langues', 'Ukrainien', '0'],
  ['Niveaux d’autonomie trouvés par le test', 'Premiers pas', '12'],
  ['Orientations', 'Liste de lieux imprimée', '13'],
  ['Versions de la charte acceptées', '2026-1', '123'],
  ['Avis sur la charte', 'Les règles ont aidé', 'entre 0 et 34'],
  ['Effacements vérifiés', 'Vérifié dès la fin', '100'],
  ['Pages numérisées arrivées trop tard', 'Pages', '12'],
] as const

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

  for (const [name, value, count] of shown) {
    const table = page.getByRole('table', { name: `${name}, en tout` })
    await expect(table.getByRole('row', { name: value })).toContainText(count)
  }

  const [file] = await Promise.all([page.waitForEvent('download'), desk.press('Tableau (CSV)')])
  const text = await readFile((await file.path()) ?? '', 'utf8')
  expect(text).toContain('help;alone;')
  expect(text).toMatch(/help;assistance;[^;]+;Médiathèque;2026-W10;2026-W10;;true/)
  expect(text).not.toMatch(/;3;false/)

  const [json] = await Promise.all([page.waitForEvent('download'), desk.press('Données (JSON)')])
  const { dictionary, indicators, rows } = JSON.parse(await readFile((await json.path()) ?? '', 'utf8'))
  expect(indicators.uses).toEqual({ least: 152, most: 152 })
  expect(rows.length).toBe(text.trim().split('\r\n').length - 1)
  for (const { table, value } of rows) {
    expect(dictionary).toHaveProperty([`table=${table}`])
    if (value !== 'total') expect(dictionary).toHaveProperty([`table=${table} value=${value}`])
  }

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

test('on paper there are the numbers and their drawings side by side, and nothing to press', async ({
  desk,
  page,
}) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  await tellWeeks(await desk.pairsPost('Poste 1', 'Médiathèque'))
  await page.goto(`${desk.coordinator.address}/figures?from=2026-W10&to=2026-W12`)
  const help = page
    .locator('.figure')
    .filter({ has: page.getByRole('table', { name: 'Genres d’aide, en tout' }) })
  await expect(help.locator('.chart-least path').first()).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 720, height: 1000 })
  const drawing = await help.locator('svg').boundingBox()
  const table = await help.getByRole('table').first().boundingBox()
  expect((drawing?.x ?? 720) + (drawing?.width ?? 0)).toBeLessThanOrEqual((table?.x ?? 0) + 1)
  expect(drawing?.height ?? 0).toBeGreaterThan(50)
  for (const nothing of ['Imprimer', 'Tableau (CSV)', 'Se déconnecter']) {
    await expect(page.getByRole('button', { name: nothing })).toBeHidden()
  }
  await expect(page.getByText('Par site et par semaine').first()).toBeHidden()
})
