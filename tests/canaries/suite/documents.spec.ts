import type { Page } from '@playwright/test'
import { Person } from '../../e2e/person.ts'
import { expect, test } from './fixtures.ts'

test('documents: complete, opened, arriving, stalled, failed, cancelled, sent', async ({
  post,
  canaries,
  sites,
  endAndRestart,
}) => {
  const { origin } = sites.allocations
  const person = new Person(post)
  await person.begin()
  const page = await person.signInOnAllocations(sites.allocations)
  const shell = await post.shell()
  await page.goto(`${origin}/documents`)

  /** Downloads an attestation that holds one canary and is called by another. */
  const download = async (kind: string, more = '') => {
    const name = `${canaries.plant(`${kind}-name`)}.pdf`
    await follow(page, `${origin}/attestation.pdf?jeton=${canaries.plant(kind)}&nom=${name}${more}`)
    return name
  }
  const slow = '&lent=1&taille=3000000&debit=100000'
  const complete = await download('download-complete')
  await download('download-arriving', slow)
  await download('download-stalled', '&taille=3000000&arret=1')
  await download('download-failed', '&taille=3000000&interrompue=1')
  const cancelled = await download('download-cancelled', slow)
  await person.pressInBar('Documents')
  await expect(shell.getByText('Téléchargement interrompu.')).toBeVisible()
  await shell.getByRole('button', { name: `Annuler le téléchargement de ${cancelled}` }).click()
  await shell.getByRole('button', { name: `Ouvrir ${complete}` }).click()
  await expect(shell.getByText('Votre document').first()).toBeVisible()
  await person.pressInBar('Accueil des services')

  const shown = await person.open('Allocations', sites.allocations)
  await shown.goto(`${origin}/televersement`)
  await shown.getByLabel('Document').setInputFiles({
    name: `${canaries.plant('upload-name')}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(canaries.plant('upload')),
  })
  await shown.getByRole('button', { name: 'Envoyer' }).click()
  await expect(shown.getByRole('status')).toHaveText(/Document reçu/)
  await follow(shown, `${origin}/attestation-en-ligne.pdf?jeton=${canaries.plant('pdf-viewer')}`)
  await expect(shell.getByRole('tab', { name: 'attestation-en-ligne.pdf' })).toBeVisible()

  await canaries.seenBefore()
  await endAndRestart(post)
  canaries.expectGone()
})

/** Follows a link to a download, as a person does; a page is not left by it. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href })
    document.body.append(link)
    link.click()
  }, address)
}
