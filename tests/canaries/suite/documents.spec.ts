import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { Person } from '../../e2e/person.ts'
import { expect, test } from './fixtures.ts'
import { nextRoot } from './next-root.ts'

test('documents: complete, opened, a picture, arriving, stalled, failed, cancelled, sent', async ({
  post,
  canaries,
  sites,
  end,
  restart,
}) => {
  const { origin } = sites.allocations
  const person = new Person(post)
  const root = await nextRoot(post)
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
  await follow(page, `${origin}/photo.png?jeton=${canaries.plant('picture')}`)
  await person.pressInBar('Documents')
  await expect(shell.getByText('Téléchargement interrompu.')).toBeVisible()
  await shell.getByRole('button', { name: `Annuler le téléchargement de ${cancelled}` }).click()
  await shell.getByRole('button', { name: `Ouvrir ${complete}` }).click()
  await expect(shell.getByText('Votre document').first()).toBeVisible()
  await person.pressInBar('Accueil des services')

  const shown = await person.open('Allocations', sites.allocations)
  await shown.goto(`${origin}/televersement`)
  const folder = join(root, 'tmp', canaries.plant('upload-folder'))
  const sent = join(folder, `${canaries.plant('upload-name')}.pdf`)
  await mkdir(folder)
  await writeFile(sent, canaries.plant('upload'))
  await choose(shown, sent)
  await shown.getByRole('button', { name: 'Envoyer' }).click()
  await expect(shown.getByRole('status')).toHaveText(/Document reçu/)
  await follow(shown, `${origin}/attestation-en-ligne.pdf?jeton=${canaries.plant('pdf-viewer')}`)
  await expect(shell.getByRole('tab', { name: 'attestation-en-ligne.pdf' })).toBeVisible()

  await canaries.seen('before')
  await end(post)
  await restart(post)
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

/** Hands a page a file in its folder, as Chromium does once a person has chosen it. */
async function choose(page: Page, file: string): Promise<void> {
  const debugging = await page.context().newCDPSession(page)
  const { root } = await debugging.send('DOM.getDocument')
  const input = { nodeId: root.nodeId, selector: 'input[type=file]' }
  const { nodeId } = await debugging.send('DOM.querySelector', input)
  await debugging.send('DOM.setFileInputFiles', { nodeId, files: [file] })
}
