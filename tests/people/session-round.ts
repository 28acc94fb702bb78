import { expect, type Page } from '@playwright/test'
import { Person } from '../e2e/person.ts'
import type { Ground } from './ground.ts'
import type { Look } from './round.ts'

/** The window of a session: services, pages of the web and what is said of them, documents. */
export async function goThroughSession({ post, sites }: Ground, look: Look): Promise<void> {
  const person = new Person(post)
  const shell = await post.shell()
  const { origin } = sites.allocations
  await look('home', shell)
  await person.pressInBar('Documents')
  await sees(shell, 'Vos documents')
  await look('documents-none', shell)
  await person.pressInBar('Les règles')
  await sees(shell, 'Les règles')
  await look('rules', shell)
  await person.pressInBar('Accueil des services')

  const page = await person.open('Allocations', sites.allocations)
  await page.waitForLoadState()
  await look('bar', shell)
  await person.pressInBar('Clavier')
  await expect(shell.getByRole('toolbar', { name: 'Clavier' })).toBeVisible()
  await look('keyboard', shell)
  await person.pressInBar('Clavier')
  await page.goto(`${origin}/connexion`)
  await expect(shell.getByText('Une nouvelle adresse e-mail change des choses')).toBeVisible()
  await look('bar-sign-up', shell)
  await page.goto(`${origin}/long`)
  await expect(shell.getByText('Un simulateur donne une idée')).toBeVisible()
  await look('bar-simulator', shell)
  await page.goto(`${origin}/documents`)
  await expect(shell.getByText('Le dernier clic est celui de la personne')).toBeVisible()
  await look('bar-submission', shell)
  await page.getByRole('link', { name: 'Photo (PNG)' }).click()
  await page.getByRole('link', { name: 'Attestation (PDF)' }).click()
  await expect(shell.getByRole('button', { name: 'Documents (2)' })).toBeVisible()
  await page.evaluate(() => void setTimeout(() => confirm('Voulez-vous vraiment envoyer votre demande ?')))
  await expect(shell.getByText('Voulez-vous vraiment')).toBeVisible()
  await look('page-asks', shell)
  await shell.getByRole('button', { name: 'Annuler' }).click()
  await page.goto(`${origin}/televersement`)
  await page.getByLabel('Document').click()
  await sees(shell, 'Quel document donner au site ?')
  await look('choice', shell)
  await shell.getByRole('button', { name: 'Ne rien donner' }).click()
  await page.evaluate(() => void location.assign('http://10.0.0.1/'))
  await sees(shell, 'Cette adresse n’est pas sur internet')
  await look('trouble', shell)

  await person.pressInBar('Documents')
  await expect(shell.getByText('Reçu en entier')).toHaveCount(2)
  await look('documents', shell)
  await shell.getByRole('button', { name: 'Supprimer photo.png' }).click()
  await expect(shell.getByRole('alertdialog')).toBeVisible()
  await look('documents-asked', shell)
  await shell.getByRole('alertdialog').getByRole('button', { name: 'Annuler' }).click()
  await shell.getByRole('button', { name: 'Copier sur une clé USB : photo.png' }).click()
  await sees(shell, 'Copier sur une clé USB')
  await look('stick', shell)
  await shell.getByRole('button', { name: 'Fermer', exact: true }).click()
  await shell.getByRole('button', { name: 'Imprimer photo.png' }).click()
  await sees(shell, 'Imprimer')
  await expect(shell.getByText('seront imprimées').or(shell.getByText('sera imprimée'))).toBeVisible()
  await look('print', shell)
  await shell.getByRole('button', { name: 'Fermer', exact: true }).click()
  await person.pressInBar('Accueil des services')
}

export async function sees(shell: Page, name: string): Promise<void> {
  await expect(shell.getByRole('heading', { level: 1, name })).toBeVisible()
}
