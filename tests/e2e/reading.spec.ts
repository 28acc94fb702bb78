import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const choose = (page: Page, row: string, option: string) =>
  page.getByRole('radiogroup', { name: row }).getByText(option, { exact: true }).click()

const looksLike = (page: Page) =>
  page.locator('html').evaluate(({ dataset, lang }: HTMLElement) => ({ ...dataset, lang }))

test('what a person chose to read better holds on every page, on the web too, and is not the next person’s', async ({
  post,
  person,
  sites,
}) => {
  await post.guardian.getByRole('button', { name: 'Langue et lecture' }).click()
  await choose(post.guardian, 'Couleurs', 'Sombres')
  await expect.poll(() => looksLike(post.guardian)).toMatchObject({ theme: 'dark', lang: 'fr' })

  await person.begin()
  const shell = await post.shell()
  expect(await looksLike(shell)).toMatchObject({ theme: 'dark', text: '100' })

  const page = await person.open('Allocations', sites.allocations)
  // Playwright would say « light » for every page it looks at.
  await page.emulateMedia({ colorScheme: null })
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  const plain = await page.evaluate(() => ({
    width: innerWidth,
    spacing: getComputedStyle(document.body).letterSpacing,
  }))

  await shell.getByRole('button', { name: 'Langue et lecture' }).click()
  await choose(shell, 'Taille du texte', 'Très grande')
  await choose(shell, 'Espace entre les lettres', 'Large')
  await choose(shell, 'Langue', 'English')
  await expect(shell.getByRole('button', { name: 'End my session' })).toBeVisible()
  await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(plain.width * 0.7)
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.body).letterSpacing))
    .not.toBe(plain.spacing)

  await shell.getByRole('button', { name: 'End my session' }).click()
  await expect(post.guardian.getByRole('heading', { level: 1 })).toHaveText('End your session?')
  expect(await looksLike(post.guardian)).toMatchObject({ theme: 'dark', text: '150', lang: 'en' })
  await post.guardian.getByRole('button', { name: 'Yes, end it' }).click()
  await post.guardian.getByRole('button', { name: 'Done' }).click()
  await person.seesHeading('Bienvenue')
  expect(await looksLike(post.guardian)).toEqual({
    text: '100',
    theme: 'light',
    spacing: 'usual',
    pointer: 'usual',
    lang: 'fr',
  })
})

test('staff read in the structure’s language or one they choose; the person’s stays theirs', async ({
  post: { guardian },
}) => {
  const heading = guardian.getByRole('heading', { level: 1 })
  await guardian.getByRole('button', { name: 'Start in English' }).click()
  await expect(heading).toHaveText(/help/i)
  await guardian.getByRole('button', { name: 'Staff area' }).click()
  await expect(heading).toHaveText('Espace du personnel')
  await guardian.getByRole('button', { name: 'Langue et lecture' }).click()
  await choose(guardian, 'Langue', 'Español')
  await expect(heading).toHaveText('Espacio del personal')
  await guardian.getByRole('button', { name: 'Salir' }).click()
  await expect(heading).toHaveText(/help/i)
  await guardian.getByRole('button', { name: 'Staff area' }).click()
  await expect(heading).toHaveText('Espace du personnel')
})
