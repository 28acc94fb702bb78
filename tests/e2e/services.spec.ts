import { writeFile } from 'node:fs/promises'
import { expect, test } from './fixtures.ts'
import { Person } from './person.ts'
import { testPolicy } from './policy.ts'

/** What people come to a post for, as the networks' strategies name it. */
const asked = ['Ameli', 'Service Public', 'Caf', 'L’Assurance retraite', 'France Travail', 'Impôts']

test('the téléservices people come for are one tap away, and what the structure adds', async ({
  place,
  sites,
  start,
}) => {
  const policy = testPolicy(sites) as { services: { add: { id: string }[] } }
  const add = policy.services.add.filter(({ id }) => id === 'bibliotheque')
  await writeFile(place.policyFile, JSON.stringify({ ...policy, services: { add } }))
  const post = await start()
  const person = new Person(post)
  await person.begin()
  const shell = await post.shell()
  const frequent = shell.getByRole('list', { name: 'Les plus demandés' })
  for (const name of asked)
    await expect(frequent.getByRole('button', { name: new RegExp(`^${name}`) })).toBeVisible()
  const page = await person.open('Bibliothèque', sites.widgets)
  await expect(page).toHaveURL(new RegExp(`^${sites.widgets.origin}`))
})
