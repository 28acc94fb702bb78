import { expect, test } from './fixtures.ts'
import { journalState, sessionRoots } from './left-behind.ts'
import { Person } from './person.ts'
import { staffPin } from './policy.ts'

test('a wipe that leaves something: out of service, staff see what and where, and can try again', async ({
  start,
  place,
  sites,
}) => {
  const post = await start({ ESTRAN_FAULT: 'sessionRoot:skip' })
  const person = new Person(post)
  await person.begin()
  await person.open('Allocations', sites.allocations)
  const [root] = sessionRoots(place.stateFolder)
  await person.end()
  await person.seesHeading('Ce poste est fermé pour le moment')
  await expect(
    post.guardian.getByText(/session-root|dossier|estran-/i),
    'nothing technical is shown to the public',
  ).toHaveCount(0)
  expect(await journalState(place.stateFolder), 'the entry stays open').toBe('open')

  await person.press('Espace du personnel')
  await post.guardian.getByLabel('Code du personnel').fill(staffPin)
  await person.press('Valider')
  await expect(post.guardian.getByText('Il reste quelque chose.')).toBeVisible()
  await expect(post.guardian.getByText(/estran-/).first(), 'where it is').toBeVisible()
  await person.press('Effacer et vérifier à nouveau')
  await person.seesHeading('Ce poste est fermé pour le moment')
  expect(root).toBeDefined()

  await post.cutPower()
  const mended = new Person(await start())
  await mended.seesHeading('Bienvenue')
  expect(sessionRoots(place.stateFolder)).not.toContain(root)
})
