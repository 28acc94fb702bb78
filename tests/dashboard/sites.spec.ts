import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

const header = 'id,nom,commune,code_postal,adresse,courriels'
const file = (...rows: string[]) => ({
  name: 'lieux.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...rows].join('\n')),
})

test('the national file brings sites in and renames them; what it cannot is told', async ({ desk, page }) => {
  await desk.becomesFirstAdmin()
  await desk.goTo('Sites')
  const choose = page.getByLabel('Fichier')
  const site = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) })

  const asked = page.waitForRequest((request) => request.method() === 'PUT')
  await choose.setInputFiles(
    file(
      'dax-1,Maison <b>France</b>,Dax,40100,1 rue,x@example.org',
      'dax-2,Le Phare,Dax,40100,2 rue,',
      ',?,Dax,40100,,',
    ),
  )
  await expect(page.getByText('Ajoutés : 2. Renommés : 0. Inchangés : 0.')).toBeVisible()
  await expect(page.getByText('la ligne 4 du fichier')).toBeVisible()
  await expect(site('Maison <b>France</b>')).toContainText('dax-1')
  // Only what a site needs leaves the desk.
  expect((await asked).postData()).not.toContain('x@example.org')

  await choose.setInputFiles(file('dax-1,Maison commune,Dax,40100,1 rue,', 'dax-2,Le Phare,Dax,40100,2 rue,'))
  await expect(page.getByText('Ajoutés : 0. Renommés : 1. Inchangés : 1.')).toBeVisible()
  await expect(site('Maison commune')).toContainText('dax-1')
  await expect(site('Maison <b>France</b>')).toHaveCount(0)

  await choose.setInputFiles({ ...file(), buffer: Buffer.from('{}') })
  await expect(page.getByText('Ce fichier n’est pas une liste de lieux')).toBeVisible()
})

test('a site is renamed, and removed only while nothing belongs to it', async ({ desk, page }) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  await desk.addsSite('Mairie')
  await desk.press('Modifier Médiathèque')
  await page.getByLabel('Nom').fill('Médiathèque de l’Estuaire')
  await desk.press('Enregistrer')
  await expect(page.getByRole('rowheader', { name: 'Médiathèque de l’Estuaire' })).toBeVisible()
  await desk.pairsPost('Poste 1', 'Médiathèque de l’Estuaire')
  await desk.goTo('Sites')
  await desk.press('Supprimer Médiathèque de l’Estuaire')
  await expect(page.getByRole('alert')).toContainText('quelque chose en dépend encore')
  await desk.press('Supprimer Mairie')
  await expect(page.getByRole('rowheader', { name: 'Mairie' })).toHaveCount(0)
  await expect(page.getByRole('rowheader', { name: 'Médiathèque de l’Estuaire' })).toBeVisible()
})
