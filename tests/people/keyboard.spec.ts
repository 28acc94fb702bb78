import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures.ts'
import { sees } from './session-round.ts'

const mostStops = 80

/** Goes on with Tab until what has this name has the focus. */
async function reach(page: Page, name: string): Promise<void> {
  for (let stop = 0; stop < mostStops; stop++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
    })
    if (focused.trim().startsWith(name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`« ${name} » cannot be reached with Tab`)
}

async function press(page: Page, name: string): Promise<void> {
  await reach(page, name)
  await page.keyboard.press('Enter')
}

/** What has the focus is seen to have it: a line around it, of two pixels at least. */
async function showsFocus(page: Page): Promise<void> {
  const width = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body)
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
  })
  expect(width).toBeGreaterThanOrEqual(2)
}

test('a whole helped session by keyboard alone, the place of the focus always seen', async ({
  post,
  person,
  sites,
}) => {
  const { guardian } = post
  await person.seesHeading('Bienvenue')
  await press(guardian, 'Commencer en français')
  await person.seesHeading('Avez-vous de l’aide aujourd’hui ?')
  await reach(guardian, 'On fait avec moi')
  await showsFocus(guardian)
  await press(guardian, 'On fait avec moi')
  await person.seesHeading('Quelques règles avant de commencer')
  await press(guardian, 'J’accepte')
  await person.seesHeading('Se mettre d’accord avant de commencer')
  for (let card = 1; card <= 3; card++) {
    await expect(guardian.getByText(`Carte ${card} sur 3`)).toBeVisible()
    await press(guardian, 'C’est lu')
  }
  await press(guardian, 'La personne aidée est d’accord')
  await press(guardian, 'La personne qui aide est d’accord')
  await person.seesHome()

  const shell = await post.shell()
  await press(shell, 'Langue et lecture')
  await reach(shell, 'Claires')
  await shell.keyboard.press('ArrowRight')
  await expect(shell.locator('html[data-theme="dark"]')).toBeAttached()
  await showsFocus(shell)
  await press(shell, 'Langue et lecture')

  await press(shell, 'Me tester')
  await sees(shell, 'Où en êtes-vous avec l’ordinateur ?')
  await press(shell, 'Commencer')
  await sees(shell, 'Appuyer au bon endroit')
  await press(shell, 'Étoile')
  await press(shell, 'Continuer')
  await sees(shell, 'Écrire une phrase')
  await reach(shell, 'Votre phrase')
  await shell.keyboard.type('Bonjour, je viens lundi.')
  await press(shell, 'Vérifier')
  await expect(shell.getByText('C’est ça.')).toBeVisible()
  await press(shell, 'Arrêter ici')
  await sees(shell, 'Votre résultat')

  await press(shell, 'Accueil des services')
  await sees(shell, 'Où voulez-vous aller ?')
  await press(shell, 'Allocations')
  const page = await post.web(sites.allocations.origin)
  await press(page, 'Mes documents')
  await page.waitForURL('**/documents')
  await page.getByRole('link', { name: 'Photo (PNG)' }).waitFor()
  await press(page, 'Photo (PNG)')
  await press(shell, 'Documents\u00a0(1)')
  await sees(shell, 'Vos documents')
  await press(shell, 'Supprimer photo.png')
  await expect(shell.getByRole('alertdialog')).toBeVisible()
  await shell.keyboard.press('Escape')
  await expect(shell.getByRole('alertdialog')).toHaveCount(0)
  // Back where one was.
  await expect(shell.getByRole('button', { name: 'Supprimer photo.png' })).toBeFocused()

  await press(shell, 'Terminer ma session')
  await person.seesHeading('Terminer votre session ?')
  await press(guardian, 'Oui, terminer')
  await person.seesReceipt()
  await press(guardian, 'Un peu')
  await expect(guardian.getByText('Merci, c’est compté.')).toBeVisible()
  await press(guardian, 'Terminé')
  await person.seesHeading('Bienvenue')
})
