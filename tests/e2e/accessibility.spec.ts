import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { violations } from './axe.ts'
import { test } from './fixtures.ts'
import { staffPin } from './policy.ts'

test('the guardian’s pages have no accessibility violation', async ({ post, person }) => {
  const { guardian } = post
  const seen: Record<string, string[]> = {}
  const look = async (name: string) => {
    seen[name] = await violations(guardian)
  }
  await person.seesHeading('Bienvenue')
  await look('welcome')
  await person.press('Espace du personnel')
  await person.seesHeading('Espace du personnel')
  await look('staff, locked')
  await guardian.getByLabel('Code du personnel').fill(staffPin)
  await person.press('Valider')
  await expect(guardian.getByRole('button', { name: 'Mettre hors service' })).toBeVisible()
  await look('staff, open')
  await person.press('Quitter cet espace')
  await person.press('Commencer en français')
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  await look('kind of help')
  await person.press('On fait avec moi')
  await person.seesHeading('Quelques règles avant de commencer')
  await look('charter')
  await person.press('J’accepte')
  await person.seesHeading('Se mettre d’accord avant de commencer')
  await look('agreement')
  await person.agree()
  await person.seesHome()
  await person.pressInBar('Terminer ma session')
  await person.seesHeading('Terminer votre session ?')
  await look('end asked')
  await person.press('Oui, terminer')
  await person.seesReceipt()
  await look('receipt')
  expect(Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length > 0))).toEqual({})
})

test('the visitor’s own pages have no accessibility violation', async ({ post, person, sites }) => {
  await person.begin()
  const shell = await post.shell()
  expect(await violations(shell), 'home').toEqual([])
  await person.open('Allocations', sites.allocations)
  expect(await violations(shell), 'bar over a page').toEqual([])
  await person.pressInBar('Documents')
  expect(await violations(shell), 'documents').toEqual([])
})

const looks = ['Claires', 'Sombres', 'Très contrastées']
const helping = [
  ['Trouver de l’aide près d’ici', 'Trouver un lieu qui peut aider'],
  ['Me tester', 'Où en êtes-vous avec l’ordinateur ?'],
  ['Retrouver mes codes', 'Trouver un mot de passe et le retenir'],
  ['Ateliers', 'Ateliers près d’ici'],
  ['Donner mandat', 'Préparer un mandat'],
] as const

test.describe('with a directory and an agenda', () => {
  const file = (path: string) => join(import.meta.dirname, '../..', path)
  test.use({
    alsoInPolicy: {
      orientation: { places: file('assets/orientation/sample.csv') },
      agenda: { feed: file('tests/sites/files/agenda.ics'), days: 366 },
    },
  })

  test('the pages that help have no accessibility violation, in any look', async ({ post, person }) => {
    await person.begin('On fait avec moi')
    const shell = await post.shell()
    const seen: Record<string, string[]> = {}
    for (const look of looks) {
      await shell.getByRole('button', { name: 'Langue et lecture' }).click()
      await shell.getByRole('radiogroup', { name: 'Couleurs' }).getByText(look).click()
      await shell.getByRole('button', { name: 'Langue et lecture' }).click()
      for (const [tile, title] of helping) {
        await person.pressInBar('Accueil des services')
        await shell.getByRole('button', { name: tile }).click()
        await expect(shell.getByRole('heading', { level: 1, name: title })).toBeVisible()
        const found = await violations(shell)
        if (found.length > 0) seen[`${look}, ${title}`] = found
      }
    }
    expect(seen).toEqual({})
  })
})

test('a whole session by keyboard alone', async ({ post, person }) => {
  const { guardian } = post
  await person.seesHeading('Bienvenue')
  /** Goes on with Tab until the button that has this name has the focus, and presses it. */
  const reach = async (page: Page, name: string) => {
    for (let press = 0; press < 40; press++) {
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
      if (focused.startsWith(name)) return page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
    }
    throw new Error(`« ${name} » cannot be reached with Tab`)
  }
  await reach(guardian, 'Commencer en français')
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  await reach(guardian, 'Je fais par moi-même')
  await person.seesHeading('Quelques règles avant de commencer')
  await reach(guardian, 'J’accepte')
  await person.seesHome()
  await reach(await post.shell(), 'Terminer ma session')
  await person.seesHeading('Terminer votre session ?')
  await reach(guardian, 'Oui, terminer')
  await person.seesReceipt()
  await reach(guardian, 'Terminé')
  await person.seesHeading('Bienvenue')
})
