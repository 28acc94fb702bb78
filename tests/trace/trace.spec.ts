import { mkdirSync, readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { possibleBases } from '../../main/guardian/visitors/session-root.ts'
import { processesOf } from '../canaries/processes.ts'
import { expect, test } from '../e2e/fixtures.ts'
import { sessionRoots } from '../e2e/left-behind.ts'
import { Person } from '../e2e/person.ts'
import { type Place, type Post, program } from '../e2e/post.ts'
import type { Site } from '../sites/site.ts'
import { unsigned } from './kept-paths.ts'
import { kept, type Written, writtenPaths } from './trace.ts'

const tracer = join(import.meta.dirname, 'strace.sh')

test('nothing of a whole session, from start to quit, stays on the machine but what is signed off', async ({
  start,
  place,
  sites,
}) => {
  const post = await start(traced(place), tracer)
  await wholeSession(new Person(post), post, sites.allocations)
  await new Person(post).leave()
  await expect.poll(() => sessionRoots(place.stateFolder).length, 'the next visitor waits').toBe(1)
  await expect.poll(() => readable(place), 'what the next person’s session could read').toEqual([])
  expect(await post.shutDown()).toBe(0)
  expect(await left(place)).toEqual([])
  expect(sessionRoots(place.stateFolder), 'the folder of session roots is empty').toEqual([])
})

test('a file more than that is told', async ({ start, place }) => {
  const leaving = join(import.meta.dirname, 'leaves-a-file.sh')
  const post = await start({ ...traced(place), ESTRAN_TRACED: leaving }, tracer)
  await new Person(post).seesHeading('Bienvenue')
  await post.shutDown()
  expect(await left(place)).toEqual([`openat ${homeOf(place)}/.left`])
})

test('what a session leaves when its root is not wiped is told', async ({ start, place, sites }) => {
  const post = await start({ ...traced(place), ESTRAN_FAULT: 'sessionRoot:skip' }, tracer)
  await wholeSession(new Person(post), post, sites.allocations)
  await new Person(post).seesHeading('Ce poste est fermé pour le moment')
  await post.shutDown()
  expect(await left(place)).toContainEqual(expect.stringContaining('/documents/attestation.pdf'))
})

const traceOf = (place: Place) => `${place.stateFolder}.trace`
/** A home that nobody has used: what programs make in it once is told too. */
const homeOf = (place: Place) => `${place.stateFolder}.home`

function traced(place: Place): Record<string, string> {
  mkdirSync(homeOf(place))
  return { HOME: homeOf(place), ESTRAN_TRACE: traceOf(place), ESTRAN_TRACED: program().executable }
}

async function wholeSession(person: Person, post: Post, site: Site): Promise<void> {
  await person.begin()
  const page = await person.signInOnAllocations(site)
  await page.goto(`${site.origin}/documents`)
  await page.getByRole('link', { name: 'Attestation (PDF)' }).click()
  await person.pressInBar('Documents')
  const shell = await post.shell()
  await expect(shell.getByText('Reçu en entier')).toBeVisible()
  await person.openFirstDocument()
  await expect(shell.getByText('Votre document').first()).toBeVisible()
  await person.pressInBar('Accueil des services')
  const again = await person.open('Allocations', site)
  const storing = await person.goUnwatched(again, site, '/stockage?jeton=trace')
  await expect(storing.getByRole('status')).toHaveText(/Stockage (prêt|incomplet)/)
  await person.end()
}

/** What stayed and is not signed off once the program has quit, and the tracer has written its last line. */
async function left(place: Place): Promise<string[]> {
  const tracing = new RegExp(`^strace .*${traceOf(place)}`)
  await expect.poll(() => processesOf(process.getuid?.() ?? 0, tracing)).toEqual([])
  return unsignedPaths(place, false).map(({ call, path }) => `${call} ${path}`)
}

/** What is there while the program runs and is not signed off: what the next session could read of the last one. */
function readable(place: Place): string[] {
  const roots = sessionRoots(place.stateFolder)
  return unsignedPaths(place, true)
    .map(({ path }) => path)
    .filter((path) => !roots.some((root) => `${path}/`.startsWith(`${root}/`)))
}

function unsignedPaths(place: Place, running: boolean): Written[] {
  const written = writtenPaths(readFileSync(traceOf(place), 'utf8'), process.cwd())
  expect(written.length, 'the trace is one').toBeGreaterThan(100)
  const bases = possibleBases(place.stateFolder).map(({ folder }) => folder)
  const folders = {
    state: place.stateFolder,
    home: homeOf(place),
    account: userInfo().homedir,
    temporary: tmpdir(),
    roots: `{${bases.join(',')}}`,
  }
  return unsigned(kept(written), folders, running)
}
