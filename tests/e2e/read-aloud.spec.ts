import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { brokenSound, silentSound } from '../doubles/sound.ts'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'

const start = 'Lire cette page à voix haute'
const stop = 'Arrêter la lecture'

async function readAloud(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Langue et lecture' }).click()
  await page.getByRole('button', { name: start }).click()
}
/** Keeps what the page shows as being said from now on. */
async function watchSaid(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const set = CSS.highlights.set.bind(CSS.highlights)
    CSS.highlights.set = (name, highlight) => {
      for (const range of highlight) said.push(range.toString())
      return set(name, highlight)
    }
  })
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said)
}
const highlights = (page: Page) => page.evaluate(() => CSS.highlights.size)

test.describe('where the post has voices', () => {
  test.use({ sessionPolicy: { idleLimitSeconds: 30, warningSeconds: 20 } })

  test('pages of ours are read sentence by sentence, and the warning speaks by itself', async ({
    place,
    start: startPost,
    sites,
  }) => {
    const post = await startPost(await silentSound(join(place.stateFolder, '..', 'sound')))
    const person = new Person(post)
    const { guardian } = post
    await person.press('Commencer en français')
    await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
    const said = await watchSaid(guardian)
    await readAloud(guardian)
    await expect.poll(said).toContain('L’équipe reste là si vous avez une question.')
    await expect(guardian.getByRole('button', { name: stop })).toBeHidden()
    await expect(guardian.getByRole('heading', { level: 1 })).toBeFocused()
    expect((await said())[0]).toBe('Avez-vous de l’aide aujourd’hui\u00a0?')
    expect(await highlights(guardian)).toBe(0)

    await person.press('Je fais par moi-même')
    await person.press('J’accepte')
    await person.seesHome()
    const shell = await post.shell()
    const saidInShell = await watchSaid(shell)
    await readAloud(shell)
    await expect.poll(saidInShell).toContain('Où voulez-vous aller\u00a0?')
    await expect(shell.getByRole('button', { name: stop })).toBeHidden()

    await shell.getByRole('link', { name: 'Aller au contenu' }).focus()
    await shell.keyboard.press('Enter')
    await shell.keyboard.press('Tab')
    await expect(shell.locator('main :focus')).toHaveCount(1)

    // A page of the web is never read.
    await person.open('Allocations', sites.allocations)
    await shell.getByRole('button', { name: 'Langue et lecture' }).click()
    await expect(shell.getByRole('radiogroup', { name: 'Taille du texte' })).toBeVisible()
    await expect(shell.getByRole('button', { name: start })).toBeHidden()

    await person.seesHeading('Êtes-vous toujours là ?')
    await expect.poll(said).toContain('Êtes-vous toujours là\u00a0?')
    await expect.poll(said).toContain('Oui, je continue')
  })
})

test('reading stops with the page, and when it is asked to', async ({ place, start: startPost }) => {
  const post = await startPost(await brokenSound(join(place.stateFolder, '..', 'sound')))
  const person = new Person(post)
  const { guardian } = post
  await person.press('Commencer en français')
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  await readAloud(guardian)
  await expect(guardian.getByRole('button', { name: stop })).toBeFocused()
  await expect.poll(() => highlights(guardian)).toBe(1)
  await person.press('Je fais par moi-même')
  await person.seesHeading('Quelques règles avant de commencer')
  await expect(guardian.getByRole('button', { name: stop })).toBeHidden()
  expect(await highlights(guardian)).toBe(0)

  await readAloud(guardian)
  await guardian.getByRole('button', { name: stop }).click()
  await expect(guardian.getByRole('button', { name: stop })).toBeHidden()
  await expect(guardian.getByRole('heading', { level: 1 })).toBeFocused()
  expect(await highlights(guardian)).toBe(0)
})

test('a link leads past what is the same on every page', async ({ post, person }) => {
  const { guardian } = post
  await person.press('Commencer en français')
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  const link = guardian.getByRole('link', { name: 'Aller au contenu' })
  await expect(guardian.getByRole('heading', { level: 1 })).toBeFocused()
  await guardian.keyboard.press('Shift+Tab')
  await guardian.keyboard.press('Shift+Tab')
  await expect(link).toBeFocused()
  await guardian.keyboard.press('Enter')
  await guardian.keyboard.press('Tab')
  await expect(guardian.getByRole('button', { name: /^Je fais par moi-même/ })).toBeFocused()
})

test('a page before the start says that it is about to go, and any touch keeps it', async ({
  post,
  person,
}) => {
  test.setTimeout(240_000)
  const { guardian } = post
  await person.press('Commencer en français')
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  const here = guardian.getByRole('button', { name: 'Je suis là' })
  await expect(here).toBeVisible({ timeout: 200_000 })
  await expect(guardian.getByRole('alert')).toContainText('Êtes-vous toujours là\u00a0?')
  await guardian.keyboard.press('Shift')
  await expect(here).toBeHidden()
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
})
