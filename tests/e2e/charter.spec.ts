import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'
import { testPolicy } from './policy.ts'

const rules = {
  house: [
    {
      title: { fr: 'Une heure par personne', en: 'One hour each' },
      text: { fr: 'Quand quelqu’un attend, laissez votre place.' },
    },
  ],
  signedCharter: {
    title: { fr: 'Charte des médiathèques de l’Estuaire' },
    articles: [{ title: { fr: 'Article 1' }, text: { fr: 'Chacune et chacun est bienvenu.' } }],
  },
}

test('the rules of the house and its signed charter stand beside ours, at the start and at any time', async ({
  place,
  sites,
  start,
}) => {
  await writeFile(place.policyFile, JSON.stringify({ ...testPolicy(sites), rules }))
  const post = await start()
  const person = new Person(post)
  await person.chooseHelp('On fait avec moi')
  const { guardian } = post
  await expect(guardian.getByRole('heading', { name: 'Pour la personne qui vous aide' })).toBeVisible()
  await expect(guardian.getByRole('heading', { name: 'Les règles de ce lieu' })).toBeVisible()
  await expect(guardian.getByText('Quand quelqu’un attend, laissez votre place.')).toBeVisible()
  await expect(guardian.getByRole('heading', { name: 'Charte des médiathèques de l’Estuaire' })).toBeVisible()
  await person.press('J’accepte')
  await person.agree()
  await person.seesHome()

  const shell = await post.shell()
  await person.pressInBar('Les règles')
  await expect(shell.getByRole('heading', { level: 1, name: 'Les règles' })).toBeFocused()
  await expect(shell.getByRole('heading', { name: 'Pour la personne qui vous aide' })).toBeVisible()
  await expect(shell.getByRole('heading', { name: 'Une heure par personne' })).toBeVisible()
  // A language the structure has not written is read in French, and a screen reader is told so.
  await shell.getByRole('button', { name: 'Langue et lecture' }).click()
  await shell.getByRole('radiogroup', { name: 'Langue' }).getByText('English').click()
  await expect(shell.getByRole('heading', { name: 'One hour each' })).toBeVisible()
  const inFrench = shell.locator('[lang="fr"]', { hasText: 'Quand quelqu’un attend, laissez votre place.' })
  await expect(inFrench.first()).toBeVisible()
})

test('what a person thinks of the rules is one tap at the end, only counted', async ({ post, person }) => {
  await person.begin()
  await person.end()
  await person.seesReceipt()
  await post.guardian.getByRole('button', { name: 'Un peu' }).click()
  await expect(post.guardian.getByText('Merci, c’est compté.')).toBeVisible()
  await expect(post.guardian.getByRole('button', { name: 'Un peu' })).toHaveCount(0)
  const tally = await readFile(join(post.stateFolder, 'tally.json'), 'utf8')
  expect(tally).toMatch(/"[\d-]+\/[ap]m\/feedback\/partly":1/)
})
