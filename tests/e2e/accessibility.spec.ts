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
