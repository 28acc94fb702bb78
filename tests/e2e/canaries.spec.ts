import { readdirSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { scanFiles } from '../canaries/file-scan.ts'
import { scanMemory } from '../canaries/memory-scan.ts'
import { processesOf } from '../canaries/processes.ts'
import { canaryRows, canaryTable, type Row } from '../canaries/report.ts'
import type { Hit } from '../canaries/search.ts'
import { artefact, newToken } from '../canaries/token.ts'
import type { Site } from '../sites/site.ts'
import { test } from './fixtures.ts'
import { sessionRoots } from './left-behind.ts'
import { Person } from './person.ts'
import { type Place, type Post, program } from './post.ts'

const bigDatabaseBytes = 50_000_000
/** Nothing older can hold this run's canaries; temporary folders may hold much that is older. */
const testBegan = new Date()

test('at least twenty kinds of canary are planted, found, and gone after the end', async ({
  start,
  place,
  sites,
}) => {
  test.setTimeout(300_000)
  const post = await start()
  const token = newToken()
  await plantAll(new Person(post), post, sites.allocations, token)
  const before = await scan(place, token)

  const person = new Person(post)
  await person.end()
  await person.leave()
  const afterEnd = await scan(place, token)
  await post.shutDown()
  const again = await start()
  await new Person(again).seesHeading('Bienvenue')
  const afterRestart = await scan(place, token)

  const rows = canaryRows([], before, [...afterEnd, ...afterRestart])
  print(rows)
  expect(rows.filter((row) => row.before > 0).length, 'kinds found before the end').toBeGreaterThanOrEqual(20)
  expect([...afterEnd, ...afterRestart]).toEqual([])

  await new Person(again).begin()
  const page = await new Person(again).open('Allocations', sites.allocations)
  await page.goto(`${sites.allocations.origin}/lecture`)
  await expect(page.getByRole('status'), 'what the next person’s pages can read').toHaveText(/Rien ne reste/)
})

for (const fault of ['sessionRoot:skip', 'processes:skip']) {
  test(`the same scan finds canaries when the step is switched off: ${fault}`, async ({
    start,
    place,
    sites,
  }) => {
    test.setTimeout(300_000)
    const post = await start({ ESTRAN_FAULT: fault })
    const person = new Person(post)
    const token = newToken()
    await plantAll(person, post, sites.allocations, token)
    await person.end()
    await person.seesHeading('Ce poste est fermé pour le moment')
    const rows = canaryRows([], [], await scan(place, token))
    print(rows)
    expect(rows.length).toBeGreaterThan(0)
  })
}

/** Leaves every kind of trace a person can leave here. */
async function plantAll(person: Person, post: Post, site: Site, token: string): Promise<void> {
  const { origin } = site
  await person.begin()
  const page = await person.signInOnAllocations(site)
  await page.goto(`${origin}/documents`)
  const attestation = `${origin}/attestation.pdf?jeton=`
  await follow(page, `${attestation}${artefact(token, 'document-complete')}`)
  await follow(
    page,
    `${attestation}${artefact(token, 'document-partial')}&lent=1&taille=3000000&debit=200000`,
  )
  await follow(page, `${attestation}${artefact(token, 'document-aborted')}&interrompue=1`)
  await follow(page, `${origin}/photo.png?jeton=${artefact(token, 'image')}`)
  const shell = await post.shell()
  await person.pressInBar('Documents')
  await person.openFirstDocument()
  await shell.getByRole('button', { name: 'Accueil des services' }).first().click()

  const writing = await person.open('Allocations', site)
  await writing.goto(`${origin}/connexion`)
  await writing.getByLabel('Identifiant').fill(artefact(token, 'clipboard'))
  await writing.getByLabel('Identifiant').selectText()
  await writing.keyboard.press('ControlOrMeta+c')
  await writing.getByLabel('Mot de passe').fill(artefact(token, 'password-typed'))
  await writing.evaluate(
    (title) => {
      document.title = title
    },
    artefact(token, 'title'),
  )

  const storing = await page
    .context()
    .newPage()
    .catch(() => page)
  await storing.goto(`${origin}/stockage?jeton=${token}&gros=${bigDatabaseBytes}`)
  // The cache is off while a debugger is attached: two kinds of the page's own count are never planted here.
  await expect(storing.getByRole('status')).toHaveText(/Stockage (prêt|incomplet)\s: 2[6-8] sortes/, {
    timeout: 60_000,
  })
}

/** Follows a link to a download, as a person does; a page is not left by it. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href })
    document.body.append(link)
    link.click()
  }, address)
}

/** Every folder of the user that a program could have written in, and the memory of every process of the post. */
async function scan(place: Place, token: string): Promise<Hit[]> {
  const own = [...sessionRoots(place.stateFolder), place.stateFolder]
  const shared = [process.env.HOME ?? '/nonexistent', '/dev/shm', ...temporaryFolders()]
  const files = await scanFiles([...own, ...shared], token, testBegan)
  expect(files.unreadable.filter((line) => own.some((root) => line.startsWith(root)))).toEqual([])
  expect(files.filesRead).toBeGreaterThan(0)
  const memory = await scanMemory(processesOf(process.getuid?.() ?? 0, /electron|Xvfb/), token)
  expect(memory.unreadable).toEqual([])
  expect(memory.bytesRead).toBeGreaterThan(0)
  return [...files.hits, ...memory.hits]
}

/** What lies in the temporary folders, but for the program under test itself. */
function temporaryFolders(): string[] {
  return ['/tmp', '/var/tmp']
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => !program().app.startsWith(path))
}

function print(rows: readonly Row[]): void {
  console.log(`\n${canaryTable(rows.map((row) => ({ ...row, planted: 'yes' })))}\n`)
}
