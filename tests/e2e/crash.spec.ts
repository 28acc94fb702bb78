import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { sessionRoots, visitorProcesses } from './left-behind.ts'
import { Person } from './person.ts'
import { staffPin } from './policy.ts'

const journal = async (stateFolder: string) =>
  JSON.parse(await readFile(join(stateFolder, 'journal.json'), 'utf8'))

test('a guardian killed in mid-session: the next start wipes before it shows anything else', async ({
  post,
  person,
  start,
  sites,
}) => {
  await person.begin()
  await person.signInOnAllocations(sites.allocations)
  const before = sessionRoots(post.stateFolder)
  expect(before.length).toBeGreaterThan(0)
  expect((await journal(post.stateFolder)).state, 'the entry is durable while the visitor is on screen').toBe(
    'open',
  )
  await post.cutPower()

  const again = await start()
  const seen: string[] = []
  await expect(async () => {
    const heading = await again.guardian.getByRole('heading', { level: 1 }).textContent()
    if (heading !== null && seen.at(-1) !== heading) seen.push(heading)
    expect(heading).toBe('Bienvenue')
  }).toPass({ timeout: 20_000, intervals: [10] })
  expect(
    seen.filter((heading) => !['Un instant, le poste se prépare', 'Bienvenue'].includes(heading)),
  ).toEqual([])
  expect(sessionRoots(post.stateFolder).filter((root) => before.includes(root))).toEqual([])
  expect((await journal(post.stateFolder)).state).toBe('closed')
})

test('a guardian killed while it logs out', async ({ post, person, start, sites }) => {
  await person.begin()
  await person.signInOnAllocations(sites.allocations)
  const before = sessionRoots(post.stateFolder)
  await person.end()
  await post.cutPower()
  const again = new Person(await start())
  await again.seesHeading('Bienvenue')
  expect(sessionRoots(post.stateFolder).filter((root) => before.includes(root))).toEqual([])
})

test('a guardian killed in mid-wipe', async ({ start, place, sites }) => {
  const first = await start({ ESTRAN_FAULT: 'sessionRoot:hang' })
  const person = new Person(first)
  // Recovery, too, has to get past the fault: it hangs, is given up, and reads back that there is nothing.
  test.setTimeout(180_000)
  await expect(first.guardian.getByRole('heading', { level: 1, name: 'Bienvenue' })).toBeVisible({
    timeout: 60_000,
  })
  await person.begin()
  await person.open('Allocations', sites.allocations)
  const before = sessionRoots(place.stateFolder)
  await person.end()
  await expect(first.guardian.getByText('Effacer ce qui vient de vous')).toBeVisible()
  await first.cutPower()
  expect(before.filter((root) => sessionRoots(place.stateFolder).includes(root)).length).toBeGreaterThan(0)

  const again = await start()
  await new Person(again).seesHeading('Bienvenue')
  expect(sessionRoots(place.stateFolder).filter((root) => before.includes(root))).toEqual([])
})

test('a journal that is lost or damaged is treated as an unfinished session', async ({ place, start }) => {
  const first = await start()
  await new Person(first).seesHeading('Bienvenue')
  await first.cutPower()
  const { writeFile } = await import('node:fs/promises')
  await writeFile(join(place.stateFolder, 'journal.json'), '{"version":7,"state":"closed"')
  const again = await start()
  await new Person(again).seesHeading('Bienvenue')
  expect((await journal(place.stateFolder)).state).toBe('closed')
})

test('a visitor that is killed: wiped, explained, and the post goes on', async ({ post, person, sites }) => {
  await person.begin()
  await person.open('Allocations', sites.allocations)
  const before = sessionRoots(post.stateFolder)
  for (const id of await visitorProcesses(post.stateFolder)) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It went with its parent.
    }
  }
  await person.seesReceipt()
  await expect(post.guardian.getByText('Un problème technique a fermé la session.')).toBeVisible()
  expect(sessionRoots(post.stateFolder).filter((root) => before.includes(root))).toEqual([])
  await person.leave()
  await person.begin()
})

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
  expect((await journal(place.stateFolder)).state, 'the entry stays open').toBe('open')

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
