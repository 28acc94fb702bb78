import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'
import { testPolicy } from './policy.ts'

const sample = join(import.meta.dirname, '../../assets/orientation/sample.csv')

const openAid = async (shell: Page, name: string) => {
  await shell.getByRole('button', { name: 'Accueil des services' }).click()
  await shell.getByRole('button', { name }).click()
}

const countsOf = async (stateFolder: string) => {
  const { counts } = JSON.parse(await readFile(join(stateFolder, 'tally.json'), 'utf8'))
  return Object.fromEntries(
    Object.entries<number>(counts).map(([key, count]) => [key.replace(/^[\d-]+\/[ap]m\//, ''), count]),
  )
}

test.describe('orientation', () => {
  test.use({ alsoInPolicy: { orientation: { places: sample } } })

  test('a place is found by need, language, disability, price and commune', async ({ post, person }) => {
    await person.begin()
    const shell = await post.shell()
    await openAid(shell, 'Trouver de l’aide près d’ici')
    await expect(
      shell.getByRole('heading', { level: 1, name: 'Trouver un lieu qui peut aider' }),
    ).toBeFocused()
    await expect(shell.getByText('Lieux inventés, pour la démonstration')).toBeVisible()
    await shell.getByLabel('Ce que je cherche').selectOption('Éviter les pièges et protéger mes comptes')
    await shell.getByLabel('Je me déplace difficilement').check()
    await shell.getByLabel('Seulement ce qui est gratuit').check()
    await expect(shell.getByRole('heading', { name: 'France services Le Phare' })).toBeVisible()
    await expect(shell.getByRole('heading', { name: 'Association Souris verte' })).toHaveCount(0)
    const noLanguages = shell.getByRole('heading', { name: 'Maison de santé du Bocage' })
    await expect(noLanguages).toBeVisible()
    await shell.getByLabel('Je parle une autre langue').check()
    await expect(noLanguages).toHaveCount(0)
    await expect(shell.getByRole('heading', { name: 'France services Le Phare' })).toBeVisible()
    await shell.getByLabel('Seulement ce qui est gratuit').uncheck()
    const near = shell.getByRole('combobox', { name: 'Près de quelle commune ?' })
    await near.click()
    await near.pressSequentially('port')
    await shell.getByRole('option', { name: 'Port-Imaginaire (00110)' }).click()
    await expect(shell.getByText(/dans la commune|à environ \d+ km/).first()).toBeVisible()
    // Left and come back to, nothing of the search is there.
    await openAid(shell, 'Trouver de l’aide près d’ici')
    await expect(near).toHaveValue('')
    await expect(shell.getByLabel('Je me déplace difficilement')).not.toBeChecked()
  })
})

test('the autonomy test leads to a level, and the level alone is counted', async ({ post, person }) => {
  await person.begin()
  const shell = await post.shell()
  await openAid(shell, 'Me tester')
  const press = (name: string) => shell.getByRole('button', { name, exact: true }).click()
  const goOn = async () => {
    await expect(shell.getByText('C’est ça.')).toBeVisible()
    await press('Continuer')
  }
  await press('Commencer')
  await press('Étoile')
  await goOn()
  await shell.getByLabel('Votre phrase').fill('bonjour, je viens lundi')
  await press('Vérifier')
  await goOn()
  await shell.getByLabel('L’adresse').fill('camille@lettre.example')
  await press('Vérifier')
  await goOn()
  await press('J’ai tout lu')
  await goOn()
  await shell.getByLabel('Mois').selectOption('mars')
  await press('Vérifier')
  await expect(shell.getByText('Ce n’est pas la bonne réponse')).toBeVisible()
  await press('Continuer')
  await press('Arrêter ici')
  await expect(shell.getByRole('heading', { name: 'Vous savez utiliser l’ordinateur' })).toBeVisible()
  await expect(shell.getByRole('heading', { name: 'Choisir dans une liste' })).toBeVisible()
  await expect.poll(() => countsOf(post.stateFolder).catch(() => ({}))).toEqual({ 'autonomy/withHelp': 1 })
})

test('a passphrase is drawn, learnt by typing it twice, and gone when the page is left', async ({
  post,
  person,
}) => {
  await person.begin()
  const shell = await post.shell()
  await openAid(shell, 'Retrouver mes codes')
  const words = shell.getByRole('status').filter({ hasText: /^\S+(-\S+){5}$/ })
  const first = await words.innerText()
  await shell.getByRole('button', { name: 'D’autres mots' }).click()
  await expect(words).not.toHaveText(first)
  const chosen = await words.innerText()
  await shell.getByRole('button', { name: 'Je garde ces mots' }).click()
  const field = shell.getByLabel('Votre mot de passe')
  const check = shell.getByRole('button', { name: 'Vérifier' })
  await field.fill(`x${chosen}`)
  await check.click()
  await expect(shell.getByText('Regardez de nouveau le mot numéro 1.')).toBeVisible()
  await field.fill(chosen)
  await check.click()
  await expect(shell.getByText('Encore une fois, sans regarder.')).toBeVisible()
  await expect(shell.getByText(chosen)).toHaveCount(0)
  await field.fill(chosen)
  await check.click()
  await expect(shell.getByRole('heading', { name: 'Vous le savez' })).toBeVisible()
  await openAid(shell, 'Retrouver mes codes')
  await expect(words).not.toHaveText(chosen)
})

test('the workshops of the agenda are shown by date and by place', async ({ place, sites, start }) => {
  const feed = join(place.policyFile, '../agenda.ics')
  const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  const event = (uid: string, title: string, where: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTART:${day}T090000Z`,
    `DTEND:${day}T110000Z`,
    `SUMMARY:${title}`,
    `LOCATION:${where}`,
    'END:VEVENT',
  ]
  const events = [
    ...event('a', 'Premiers clics', 'Médiathèque'),
    ...event('b', 'Photos du téléphone', 'Maison des services'),
  ]
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...events, 'END:VCALENDAR']
  await writeFile(feed, lines.join('\r\n'))
  await writeFile(place.policyFile, JSON.stringify({ ...testPolicy(sites), agenda: { feed } }))
  const post = await start()
  await new Person(post).begin()
  const shell = await post.shell()
  await openAid(shell, 'Ateliers')
  await expect(shell.getByRole('heading', { level: 3, name: 'Premiers clics' })).toBeVisible()
  await expect(shell.getByRole('heading', { level: 2 })).toHaveCount(1)
  await shell.getByText('Par lieu').click()
  await expect(shell.getByRole('heading', { level: 2, name: 'Maison des services' })).toBeVisible()
})

test('a post without a directory and an agenda does not offer them, nor a mandate to who is alone', async ({
  post,
  person,
}) => {
  await person.begin()
  const shell = await post.shell()
  await expect(shell.getByRole('list', { name: 'S’aider' }).getByRole('button')).toHaveCount(2)
})

test('whoever does not agree with the helper is sent to the desk', async ({ post, person }) => {
  await person.chooseHelp('On fait avec moi')
  await person.press('J’accepte')
  await person.seesHeading('Se mettre d’accord avant de commencer')
  await expect(post.guardian.getByRole('button', { name: 'La personne aidée est d’accord' })).toHaveCount(0)
  await person.press('Nous ne sommes pas d’accord')
  await person.seesHeading('C’est votre droit')
})

test('before leaving, one is told what would be lost, and led to the shelf to keep it', async ({
  post,
  person,
  sites,
}) => {
  await person.begin()
  const page = await person.open('Allocations', sites.allocations)
  await page.goto(`${sites.allocations.origin}/documents`)
  await page.getByRole('link', { name: 'Attestation (PDF)' }).click()
  await person.pressInBar('Documents')
  const shell = await post.shell()
  await expect(shell.getByText('Reçu en entier')).toBeVisible()
  await person.pressInBar('Accueil des services')
  await person.pressInBar('Terminer ma session')
  await person.seesHeading('Terminer votre session ?')
  await expect(post.guardian.getByText('Soulevez le couvercle du scanner')).toBeVisible()
  await person.press('Copier sur ma clé USB')
  await expect(shell.getByRole('heading', { level: 1, name: 'Vos documents' })).toBeVisible()
  await person.end()
  await person.seesReceipt()
})

test('before leaving, documents can be put in a digital safe, where one is offered', async ({
  place,
  sites,
  start,
}) => {
  const policy = testPolicy(sites) as { services: { add: { id: string }[] } }
  const add = policy.services.add.map((one) => (one.id === 'travail' ? { ...one, category: 'safe' } : one))
  await writeFile(place.policyFile, JSON.stringify({ ...policy, services: { ...policy.services, add } }))
  const post = await start()
  const person = new Person(post)
  await person.begin()
  const page = await person.open('Allocations', sites.allocations)
  await page.goto(`${sites.allocations.origin}/documents`)
  await page.getByRole('link', { name: 'Photo (PNG)' }).click()
  const shell = await post.shell()
  await expect(shell.getByRole('button', { name: 'Documents (1)' })).toBeVisible()
  await person.pressInBar('Terminer ma session')
  await person.press('Les mettre dans mon coffre-fort numérique')
  await expect(await post.web(sites.travail.origin)).toHaveURL(new RegExp(`^${sites.travail.origin}`))
  await expect(shell.getByRole('button', { name: 'Documents (1)' })).toBeVisible()
})

test('a word is said beside a sign-up page, a simulator and the last click, and goes when it is read', async ({
  place,
  sites,
  start,
}) => {
  const policy = testPolicy(sites) as { services: { add: { id: string; address: string }[] } }
  const { origin } = sites.allocations
  const notices = [
    { at: `${origin}/connexion`, kind: 'mailSignUp' },
    { at: `${origin}/documents`, kind: 'simulator' },
    { at: `${origin}/televersement`, kind: 'finalSubmission' },
  ]
  const add = policy.services.add.map((one) => (one.id === 'allocations' ? { ...one, notices } : one))
  await writeFile(place.policyFile, JSON.stringify({ ...policy, services: { ...policy.services, add } }))
  const post = await start()
  const person = new Person(post)
  await person.begin('On fait avec moi')
  const page = await person.open('Allocations', sites.allocations)
  const shell = await post.shell()
  const bar = shell.getByRole('banner')
  await expect(bar.getByText('Une nouvelle adresse e-mail')).toHaveCount(0)
  await page.goto(`${origin}/connexion`)
  await expect(bar.getByText('Une nouvelle adresse e-mail change des choses')).toBeVisible()
  await expect(bar.getByText('Laissez-la choisir et taper son mot de passe.')).toBeVisible()
  // The page is there to be used meanwhile.
  await page.getByLabel('Identifiant').fill('personne-une')
  await shell.getByRole('button', { name: 'J’ai compris' }).click()
  await expect(bar.getByText('Une nouvelle adresse e-mail')).toHaveCount(0)
  await page.goto(`${origin}/documents`)
  await expect(bar.getByText('Ne promettez ni droit, ni montant, ni délai')).toBeVisible()
  await page.goto(`${origin}/televersement`)
  await expect(bar.getByText('Le dernier clic est celui de la personne')).toBeVisible()
})
