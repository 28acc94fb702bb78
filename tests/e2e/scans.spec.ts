import { execFileSync } from 'node:child_process'
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findProcessesInProc } from '../../main/guardian/wipe/processes.ts'
import { saneOfTests } from '../doubles/sane.ts'
import { test as base, expect } from './fixtures.ts'
import { sessionRoots } from './left-behind.ts'
import { Person } from './person.ts'
import { type Post, startPost } from './post.ts'

/** A folder a scanner drops pages in, and a post that watches it. */
type Scanning = {
  folder: string
  outside: string
  /** Drops a page there, as a scanner does. */
  drop(name: string, content?: string | Buffer): Promise<void>
  files(): Promise<string[]>
  /** Late pages counted so far. */
  latePages(): Promise<number>
  /** Starts the post. @param scan what its policy's `scan` says otherwise @param scanner lines of the scanner's `test.conf` */
  start(scan?: object, scanner?: readonly string[], env?: Record<string, string>): Promise<Post>
}

const test = base.extend<{ scanning: Scanning }>({
  scanning: async ({ place }, use) => {
    const around = await mkdtemp(join(tmpdir(), 'estran-scans-'))
    const [folder, outside] = [join(around, 'scans'), join(around, 'outside')]
    await mkdir(folder)
    await mkdir(outside)
    const posts: Post[] = []
    await use({
      folder,
      outside,
      drop: (name, content = 'page') => writeFile(join(folder, name), content),
      files: () => readdir(folder),
      latePages: async () => {
        const text = await readFile(join(place.stateFolder, 'tally.json'), 'utf8').catch(
          () => '{"counts":{}}',
        )
        const counts = Object.entries(JSON.parse(text).counts as Record<string, number>)
        return counts.reduce((sum, [key, n]) => (key.endsWith('/latePage') ? sum + n : sum), 0)
      },
      start: async (scan = {}, scanner, env = {}) => {
        const policy = JSON.parse(await readFile(place.policyFile, 'utf8'))
        const wishes = { folders: [folder], settleSeconds: 1, lateSeconds: 0, ...scan }
        const device = scanner === undefined ? {} : { scanner: { device: 'test:0' } }
        await writeFile(place.policyFile, JSON.stringify({ ...policy, scan: wishes, ...device }))
        const sane = { SANE_CONFIG_DIR: await saneOfTests(around, scanner) }
        const post = await startPost(place, { ...sane, ...env })
        posts.push(post)
        return post
      },
    })
    for (const post of posts) await post.stop()
    await rm(around, { recursive: true, force: true })
  },
})

/** Begins a session and opens its shelf. */
async function openShelf(post: Post) {
  const person = new Person(post)
  await person.begin()
  await person.pressInBar('Documents')
  const shell = await post.shell()
  return { person, shell, documents: shell.getByRole('region', { name: 'Documents de la session' }) }
}

test('a page that arrives during a session is on the shelf, and is wiped with the session', async ({
  scanning,
  place,
}) => {
  const post = await scanning.start()
  const { person, shell, documents } = await openShelf(post)
  await scanning.drop('ATTESTATION 1.png', onePixel)
  await expect(documents.getByText('ATTESTATION 1.png')).toBeVisible()
  await expect(documents.getByText(/^Scan – reçu en entier/)).toBeVisible()
  expect(await scanning.files(), 'it has moved').toEqual([])
  const roots = sessionRoots(place.stateFolder)
  await shell.getByRole('button', { name: 'Ouvrir ATTESTATION 1.png' }).click()
  await expect(shell.getByText('Votre document').first()).toBeVisible()

  // One that is still growing at the end is nobody's any more.
  await scanning.drop('ATTESTATION 2.png')
  await person.pressInBar('Terminer ma session')
  await expect(post.guardian.getByText('Vous avez 1 document sur ce poste.')).toBeVisible()
  await person.press('Oui, terminer')
  await person.seesReceipt()
  await expect(post.guardian.getByText('Aucune page numérisée ne reste sur ce poste.')).toBeVisible()
  expect(await scanning.files()).toEqual([])
  expect(sessionRoots(place.stateFolder).filter((root) => roots.includes(root))).toEqual([])
})

test('pages that arrive 1, 5 and 30 s after an end are removed, counted, and never shown', async ({
  scanning,
}) => {
  test.setTimeout(180_000)
  const post = await scanning.start({ lateSeconds: 45 })
  const { person } = await openShelf(post)
  await person.end()
  await person.seesReceipt()
  const endedAt = Date.now()
  const after = (seconds: number) => pause(endedAt + seconds * 1000 - Date.now())
  const gone = () => expect.poll(scanning.files, { timeout: 5000 }).toEqual([])

  await after(1)
  await scanning.drop('1.pdf', 'of the person before')
  await gone()
  await expect.poll(scanning.latePages).toBe(1)
  await after(5)
  await scanning.drop('5.pdf', 'of the person before')
  await person.leave()
  const next = await openShelf(post)
  expect(await scanning.files(), 'removed before the next session').toEqual([])
  expect(await scanning.latePages()).toBe(2)

  await after(30)
  await scanning.drop('30.pdf', 'of the person before')
  await expect(next.shell.getByText('Une page a été effacée par prudence')).toBeVisible()
  await gone()
  await expect.poll(scanning.latePages).toBe(3)
  await expect(next.documents.getByText('Aucun document pour le moment')).toBeVisible()
  await expect(next.documents.getByRole('listitem')).toHaveCount(0)
})

test('a drive that vanishes in a session and returns is watched again', async ({ scanning }) => {
  const post = await scanning.start()
  const { person, documents } = await openShelf(post)
  await rm(scanning.folder, { recursive: true })
  await pause(2500)
  await mkdir(scanning.folder)
  await pause(2500)
  await scanning.drop('page.pdf')
  await expect(documents.getByText('page.pdf')).toBeVisible()
  await person.end()
  await person.leave()
})

test('a drive that is gone at the end closes the post until it is back and was wiped', async ({
  scanning,
}) => {
  const post = await scanning.start()
  const { person } = await openShelf(post)
  await rm(scanning.folder, { recursive: true })
  await person.end()
  await person.seesHeading('Ce poste est fermé pour le moment')
  await mkdir(scanning.folder)
  await scanning.drop('of the person before.pdf')
  await person.seesHeading('Bienvenue')
  expect(await scanning.files()).toEqual([])
})

test('links and hostile names in the folder: nothing outside is touched or shown', async ({ scanning }) => {
  const post = await scanning.start()
  const { person, documents } = await openShelf(post)
  const secret = join(scanning.outside, 'private.pdf')
  await writeFile(secret, 'private')
  await symlink(secret, join(scanning.folder, 'link.pdf'))
  await symlink(scanning.outside, join(scanning.folder, 'folder'))
  await link(secret, join(scanning.folder, 'second name.pdf'))
  await writeFile(
    Buffer.concat([Buffer.from(`${scanning.folder}/`), Buffer.from([0xff, 0xfe, 0x2e, 0x70])]),
    'x',
  )
  execFileSync('mkfifo', [join(scanning.folder, 'pipe.pdf')])
  for (const name of [
    '-rf',
    'archive.asar',
    '\u202Efdp.exe',
    '.hidden',
    'half.pdf.part',
    '<b>é<b>.pdf',
    'new\nline',
  ])
    await scanning.drop(name)
  for (const shown of ['rf', 'archive.asar', '_fdp.exe', '_b_é_b_.pdf', 'new_line'])
    await expect(documents.getByText(shown, { exact: false }).first(), shown).toBeVisible()
  await pause(2000)
  for (const hidden of ['link.pdf', 'second name.pdf', 'pipe.pdf', 'half.pdf', 'hidden', 'private'])
    await expect(documents.getByText(hidden), hidden).toHaveCount(0)
  await person.end()
  await person.seesReceipt()
  expect(await scanning.files()).toEqual([])
  expect(await readFile(secret, 'utf8')).toBe('private')
})

test('the wipe of the folder is what the verdict rests on: switched off, the post closes', async ({
  scanning,
}) => {
  const post = await scanning.start({ settleSeconds: 60 }, undefined, { ESTRAN_FAULT: 'scanFolders:skip' })
  const { person } = await openShelf(post)
  await scanning.drop('page.pdf')
  await person.end()
  await person.seesHeading('Ce poste est fermé pour le moment')
  expect(await scanning.files()).toEqual(['page.pdf'])
})

test('a page is scanned at the post, with its progress; a scan can be cancelled', async ({ scanning }) => {
  const slow = ['read-delay true', 'read-delay-duration 200000']
  const post = await scanning.start({}, slow)
  const { person, shell, documents } = await openShelf(post)
  const progress = shell.getByRole('progressbar', { name: 'Numérisation en cours' })

  await shell.getByRole('button', { name: 'Numériser ici' }).click()
  await expect(progress).toBeVisible()
  await shell.getByRole('button', { name: 'Annuler la numérisation' }).click()
  await expect(shell.getByRole('button', { name: 'Numériser ici' })).toBeVisible()
  await expect(documents.getByRole('listitem')).toHaveCount(0)

  await shell.getByRole('button', { name: 'Numériser ici' }).click()
  await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow'))).toBeGreaterThan(10)
  await expect(documents.getByText('Scan.pdf').first()).toBeVisible({ timeout: 30_000 })
  await shell.getByRole('button', { name: 'Ouvrir Scan.pdf' }).click()
  await expect(shell.getByText('Votre document').first()).toBeVisible()
  await person.end()
  await expect(post.guardian.getByText('1 document effacé.')).toBeVisible({ timeout: 30_000 })
})

test('a session that ends while a page is scanned leaves neither page nor scan', async ({
  scanning,
  place,
}) => {
  const post = await scanning.start({}, ['read-delay true', 'read-delay-duration 200000'])
  const { person, shell } = await openShelf(post)
  await shell.getByRole('button', { name: 'Numériser ici' }).click()
  await expect(shell.getByRole('progressbar', { name: 'Numérisation en cours' })).toBeVisible()
  const roots = sessionRoots(place.stateFolder)
  await person.end()
  await person.seesReceipt()
  expect(sessionRoots(place.stateFolder).filter((root) => roots.includes(root))).toEqual([])
  expect(await findProcessesInProc('/usr/bin/scanimage'), 'the scanner’s program').toEqual([])
})

test('what is wrong with the scanner is said in plain words', async ({ scanning }) => {
  const post = await scanning.start({}, ['read-status-code SANE_STATUS_JAMMED'])
  const { shell } = await openShelf(post)
  await shell.getByRole('button', { name: 'Numériser ici' }).click()
  await expect(shell.getByRole('alert').getByText('La feuille est coincée')).toBeVisible()
  await expect(shell.getByRole('button', { name: 'Numériser ici' })).toBeVisible()
})

test('without a scanner nothing offers one', async ({ scanning }) => {
  const { shell } = await openShelf(await scanning.start())
  await expect(shell.getByText('Aucun document pour le moment')).toBeVisible()
  await expect(shell.getByRole('button', { name: 'Numériser ici' })).toHaveCount(0)
})

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
