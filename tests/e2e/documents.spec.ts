import { expect, type Page } from '@playwright/test'
import { test } from './fixtures.ts'
import type { Person } from './person.ts'

/** Opens the téléservice's list of documents. */
async function openDocuments(person: Person, origin: string): Promise<Page> {
  const page = await person.post.web(origin)
  await page.goto(`${origin}/documents`)
  return page
}

test('a document arrives on the shelf, is opened inside, and is deleted', async ({ post, person, sites }) => {
  const { allocations } = sites
  await person.begin()
  await person.open('Allocations', allocations)
  const page = await openDocuments(person, allocations.origin)
  await page.getByRole('link', { name: 'Photo (PNG)' }).click()
  const shell = await post.shell()
  await person.pressInBar('Documents')
  await expect(shell.getByText('photo.png', { exact: true })).toBeVisible()
  await expect(shell.getByText('Reçu en entier')).toBeVisible()
  await person.openFirstDocument()
  await expect(shell.getByRole('tab', { name: 'photo.png' })).toBeVisible()
  await person.pressInBar('Documents')
  await shell.getByRole('button', { name: 'Supprimer photo.png' }).click()
  await shell.getByRole('button', { name: 'Oui, supprimer' }).click()
  await expect(shell.getByText('Aucun document pour le moment')).toBeVisible()
})

test('a slow document shows how far it is; a cut one says so', async ({ post, person, sites }) => {
  const { allocations } = sites
  await person.begin()
  await person.open('Allocations', allocations)
  const page = await openDocuments(person, allocations.origin)
  await page.getByRole('link', { name: 'Attestation, réseau lent (PDF)' }).click()
  await page.getByRole('link', { name: 'Attestation, réseau coupé (PDF)' }).click()
  const shell = await post.shell()
  await person.pressInBar('Documents')
  await expect(shell.getByText('Téléchargement en cours').first()).toBeVisible()
  await expect(shell.getByRole('progressbar').first()).toBeVisible()
  await expect(shell.getByText('Téléchargement interrompu.')).toBeVisible()
})

test('pages that open windows get a tab of their own', async ({ post, person, sites }) => {
  const { allocations } = sites
  await person.begin()
  const page = await person.open('Allocations', allocations)
  await page.goto(`${allocations.origin}/fenetres`)
  await page.getByRole('button', { name: 'Ouvrir une fenêtre', exact: true }).click()
  const shell = await post.shell()
  await expect(shell.getByRole('tab')).toHaveCount(2)
  await shell.getByRole('button', { name: 'Fermer cette page' }).click()
  await expect(shell.getByRole('tab'), 'one page needs no row of tabs').toHaveCount(0)
})

test.describe('a shelf with little room', () => {
  test.use({ quotaMegabytes: 10 })

  test('refuses a document that is too large, and says what to do', async ({ post, person, sites }) => {
    const { allocations } = sites
    await person.begin()
    const page = await person.open('Allocations', allocations)
    await page.goto(`${allocations.origin}/documents`)
    const link = page.getByRole('link', { name: 'Attestation (PDF)' })
    await link.evaluate((anchor) => anchor.setAttribute('href', '/attestation.pdf?taille=20000000'))
    await link.click()
    const shell = await post.shell()
    await person.pressInBar('Document')
    await expect(shell.getByText('Ce document est trop grand')).toBeVisible()
    await expect(shell.getByText(/Supprimez ceux dont vous n’avez plus besoin/)).toBeVisible()
  })
})
