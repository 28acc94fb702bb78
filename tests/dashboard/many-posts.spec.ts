import { expect } from '@playwright/test'
import { coordinatorApi } from '../../app/contracts/coordinator-api.ts'
import { readPairingCode } from '../../app/coordinator/pairing-code.ts'
import { test } from './fixtures.ts'
import { free } from './paired-post.ts'

test('a code of a site lets its posts in by themselves, as many as it says, until it is revoked', async ({
  desk,
  page,
  playwright,
}) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  await desk.goTo('Postes')
  const form = desk.formOf('Faire un code')
  await form.getByLabel('Nombre de postes').fill('3')
  await form.getByLabel('Jours').fill('2')
  await desk.press('Faire un code')
  await expect(page.getByRole('heading', { name: 'Code du site Médiathèque' })).toBeFocused()
  const code = await page.locator('.pairing-code').innerText()
  await desk.press('Je l’ai noté')

  const outside = await playwright.request.newContext({ ignoreHTTPSErrors: true })
  const join = async (name: string) => {
    const self = { id: crypto.randomUUID(), name }
    const data = { secret: readPairingCode(code)?.secret, self }
    return (await outside.post(desk.coordinator.address + coordinatorApi.post.join.path, { data })).status()
  }
  expect([await join('pc-01'), await join('pc-02')]).toEqual([200, 200])
  await page.reload()
  await expect(page.getByRole('row', { name: /pc-01 Médiathèque Relié/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Médiathèque 1 / })).toBeVisible()
  await desk.press('Révoquer le code de Médiathèque')
  await expect(page.getByRole('table', { name: 'Codes en cours' })).toHaveCount(0)
  expect(await join('pc-03')).toBe(403)
  await outside.dispose()
})

test('reception sees how old the browser of each post is', async ({ desk, page }) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  const post = await desk.pairsPost('Poste 1', 'Médiathèque')
  post.tell(free)
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
  await desk.goTo('Accueil')
  const card = page.getByRole('region', { name: 'Poste 1' })
  for (const [released, said] of [
    [daysAgo(3), 'Navigateur Chromium 156, sorti il y a 3 jours'],
    [daysAgo(100), 'sorti il y a 100 jours : à mettre à jour maintenant'],
    [null, 'Navigateur Chromium 156, de date inconnue'],
  ] as const) {
    post.tellRuntime({ chromium: '156.0.7802.41', released })
    await expect(card).toContainText(said)
  }
})
