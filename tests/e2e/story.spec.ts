import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

test('a session, from the welcome to the proof', async ({ post, person, sites }) => {
  await person.seesHeading('Bienvenue')
  await person.begin()

  const page = await person.signInOnAllocations(sites.allocations)
  const opened = sites.allocations.sessions().at(-1)
  expect(opened?.state).toBe('open')

  const shell = await post.shell()
  await expect(shell.getByText(new URL(sites.allocations.origin).host, { exact: true }).first()).toBeVisible()
  await expect(shell.getByText('Connexion sécurisée').first()).toBeVisible()
  await expect(shell.getByRole('timer', { name: 'Temps restant' })).toHaveText(/\d+\smin/)

  await page.goto(`${sites.allocations.origin}/documents`)
  await page.getByRole('link', { name: 'Attestation (PDF)' }).click()
  await person.pressInBar('Documents')
  await expect(shell.getByText('attestation.pdf').first()).toBeVisible()
  await expect(shell.getByText('Reçu en entier')).toBeVisible()

  await person.pressInBar('Terminer ma session')
  await person.seesHeading('Terminer votre session ?')
  await expect(post.guardian.getByText('Vous avez 1 document sur ce poste.')).toBeVisible()
  await person.press('Oui, terminer')

  await person.seesReceipt()
  const receipt = post.guardian.getByRole('main')
  await expect(receipt.getByText('Votre navigation et vos mots tapés n’existent plus ici.')).toBeVisible()
  await expect(receipt.getByText('1 document effacé.')).toBeVisible()
  await expect(receipt.getByText('Allocations')).toBeVisible()
  await expect(receipt.getByText('session fermée')).toBeVisible()
  const closed = sites.allocations.sessions().find((session) => session.id === opened?.id)
  expect(closed?.state, 'the person’s session in the server’s own table').toBe('closed')
  await person.leave()
})

test('sessions opened through a second origin are closed on both servers', async ({
  post,
  person,
  sites,
}) => {
  await person.begin()
  const page = await person.open('Impôts', sites.impots)
  await page.getByRole('link', { name: 'Accéder à mon espace' }).click()
  await page.getByRole('button', { name: 'Se connecter avec IdentitéConnect' }).click()
  await page.getByLabel('Identifiant').fill('personne-deux')
  await page.getByLabel('Mot de passe').fill('mot-de-passe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page).toHaveURL(`${sites.impots.origin}/compte`)
  for (const site of [sites.impots, sites.identity, sites.provider]) {
    expect(site.sessions().at(-1)?.state).toBe('open')
  }
  await person.end()
  await person.seesReceipt()
  for (const site of [sites.impots, sites.identity, sites.provider]) {
    expect(site.sessions().at(-1)?.state, site.origin).toBe('closed')
  }
  await expect(post.guardian.getByText('session fermée')).toHaveCount(2)
})

test('a téléservice that does not close its session is reported as asked, not as closed', async ({
  post,
  person,
  sites,
}) => {
  await person.begin()
  await person.open('Travail', sites.travail)
  await person.end()
  await person.seesReceipt()
  await expect(post.guardian.getByText('fermeture demandée')).toBeVisible()
  await expect(post.guardian.getByText('session fermée')).toHaveCount(0)
})

test('with a helper, the golden rules are shown; who declines is sent to the desk', async ({
  post,
  person,
}) => {
  await person.chooseHelp('On fait avec moi')
  await expect(post.guardian.getByRole('heading', { name: 'Pour la personne qui vous aide' })).toBeVisible()
  await expect(post.guardian.getByText(/Charte, version \d{4}-\d/)).toBeVisible()
  await person.press('Je n’accepte pas')
  await person.seesHeading('C’est votre droit')
  await expect(post.guardian.getByText('l’accueil').first()).toBeVisible()
  await person.press('Revenir au début')
  await person.seesHeading('Bienvenue')
})

test('the post speaks English to who asks for it', async ({ post }) => {
  await post.guardian.getByRole('button', { name: 'Start in English' }).click()
  await expect(post.guardian.locator('html')).toHaveAttribute('lang', 'en')
  await expect(post.guardian.getByRole('heading', { level: 1 })).toHaveText(/help/i)
})

test('about says which Electron is running', async ({ post, person }) => {
  await person.press('À propos')
  await person.seesHeading('À propos d’Estran')
  const kind = process.env.ESTRAN_RUNTIME_KIND === 'test' ? 'moteur d’essai' : 'version officielle'
  await expect(post.guardian.getByText(kind).first()).toBeVisible()
})

test('uses are counted, two people one after the other, and nothing says who', async ({
  post,
  person,
  sites,
}) => {
  for (const help of ['Je fais par moi-même', 'On m’aide à faire']) {
    await person.begin(help)
    await person.signInOnAllocations(sites.allocations)
    await person.end()
    await person.leave()
  }
  const { countedThrough, counts } = JSON.parse(await readFile(join(post.stateFolder, 'tally.json'), 'utf8'))
  expect(countedThrough).toBe(2)
  const withoutDay = Object.entries(counts).map(([key, count]) => [
    key.replace(/^[\d-]+\/[ap]m\//, ''),
    count,
  ])
  expect(Object.fromEntries(withoutDay)).toEqual({
    'session/help=alone/end=person': 1,
    'session/help=assistance/end=person': 1,
    'language/fr': 2,
    'charter/2026-1': 2,
    'verdict/clean': 2,
    'service/family': 2,
  })
})
