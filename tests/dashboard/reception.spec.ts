import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { free, inUse } from './paired-post.ts'

test('from the first start to a session ended from the desk', async ({ desk, page }) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  const post = await desk.pairsPost('Poste 1', 'Médiathèque')
  post.tell(free)

  await desk.goTo('Accueil')
  const card = page.getByRole('region', { name: 'Poste 1' })
  await expect(card).toContainText('Libre')
  await expect(page.getByText('1 poste libre sur 1')).toBeVisible()

  post.tell({ ...inUse, attention: ['paper'] })
  await expect(card).toContainText('Occupé')
  await expect(card).toContainText('encore 42 minutes')
  await expect(card).toContainText('Voir l’imprimante')
  await card.getByRole('button', { name: 'Prolonger' }).click()
  await expect(card.getByRole('status')).toHaveText('C’est fait.')
  await card.getByRole('button', { name: 'Écrire' }).click()
  await page.getByLabel('Message affiché sur le poste').fill('Votre rendez-vous vous attend')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(card.getByRole('status')).toHaveText('C’est fait.')
  await card.getByRole('button', { name: 'Terminer' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Terminer' }).click()
  await expect(card.getByRole('status')).toHaveText('C’est fait.')
  expect(post.commands).toEqual([
    { do: 'extend', turn: inUse.turn },
    { do: 'message', turn: inUse.turn, text: 'Votre rendez-vous vous attend' },
    { do: 'end', turn: inUse.turn },
  ])

  post.mute()
  await card.getByRole('button', { name: 'Prolonger' }).click()
  await expect(card.getByRole('status')).toHaveText('Le poste n’a pas répondu : allez voir sur place.')

  await desk.goTo('Journal')
  await expect(page.getByRole('row', { name: /Camille Session terminée Poste 1 Fait/ })).toBeVisible()
  await expect(
    page.getByRole('row', { name: /Camille Session prolongée Poste 1 Poste pas joint/ }),
  ).toBeVisible()
})

test('an account of one site sees its posts and nothing else; signed out, nothing at all', async ({
  desk,
  page,
}) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  await desk.addsSite('Mairie')
  for (const [name, site] of [
    ['Poste 1', 'Médiathèque'],
    ['Poste 2', 'Mairie'],
  ] as const) {
    const post = await desk.pairsPost(name, site)
    post.tell(free)
  }
  await desk.goTo('Comptes')
  await page.getByLabel('Nom').fill('Sacha')
  await page.getByLabel('Mot de passe').fill('un mot de passe assez long')
  await page.getByLabel('Site').selectOption('Mairie')
  await desk.press('Ajouter')
  await expect(page.getByRole('row', { name: /Sacha Accueil Mairie/ })).toBeVisible()
  await desk.press('Se déconnecter')

  await desk.signsIn('Sacha')
  await desk.seesHeading('Les postes')
  await expect(page.getByRole('region', { name: 'Poste 2' })).toContainText('Libre')
  await expect(page.getByRole('region', { name: 'Poste 1' })).toHaveCount(0)
  await expect(page.getByRole('navigation').getByRole('link')).toHaveText(['Accueil', 'Mon compte'])
  await desk.press('Se déconnecter')
  await desk.seesHeading('Se connecter')
  await page.goto(`${desk.coordinator.address}/audit`)
  await desk.seesHeading('Se connecter')
})

test('a wrong password is said in words', async ({ desk, page }) => {
  await desk.becomesFirstAdmin()
  await desk.press('Se déconnecter')
  await desk.seesHeading('Se connecter')
  await page.getByLabel('Nom').fill('Camille')
  await page.getByLabel('Mot de passe').fill('pas le bon')
  await desk.press('Se connecter')
  await expect(page.getByRole('alert')).toContainText('Le nom ou le mot de passe n’est pas bon.')
})
