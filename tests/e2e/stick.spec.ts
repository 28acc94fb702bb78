import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './axe.ts'
import { test as base, expect } from './fixtures.ts'
import { Person } from './person.ts'
import { makeStick, type Stick } from './plugged-in.ts'

type Plugged = (
  sizeKilobytes: number,
  fill?: string,
) => Promise<{
  stick: Stick
  person: Person
  shell: Page
}>

/** A post with a stick, and a session whose shelf holds a photo. */
const test = base.extend<{ plugged: Plugged }>({
  plugged: async ({ start, sites }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'estran-stick-'))
    await use(async (sizeKilobytes, fill = 'true') => {
      const stick = await makeStick(folder)
      const person = new Person(await start({}, stick.executable))
      await person.begin()
      await stick.plugIn(sizeKilobytes, fill)
      const page = await person.open('Allocations', sites.allocations)
      await page.goto(`${sites.allocations.origin}/documents`)
      await page.getByRole('link', { name: 'Photo (PNG)' }).click()
      await person.pressInBar('Documents')
      const shell = await person.post.shell()
      await expect(shell.getByText('Reçu en entier')).toBeVisible()
      return { stick, person, shell }
    })
    await rm(folder, { recursive: true, force: true })
  },
})

const copyPhoto = async (shell: Page) => {
  await shell.getByRole('button', { name: 'Copier sur une clé USB : photo.png' }).click()
  await shell.getByRole('button', { name: /^VACANCES – .* libres$/ }).click()
}

test('a document is copied to a stick, whole, beside one of the same name; the stick is released', async ({
  plugged,
}) => {
  const { stick, shell, person } = await plugged(1000, 'echo mine > photo.png')
  await copyPhoto(shell)
  await expect(shell.getByText('Le document est sur la clé.')).toBeVisible()
  expect(await violations(shell)).toEqual([])
  expect(await stick.look('ls; cat photo.png; head -c 4 "photo (2).png" | tail -c 3')).toBe(
    'photo (2).png\nphoto.png\nmine\nPNG',
  )
  await shell.getByRole('button', { name: 'Fermer', exact: true }).click()
  await person.end()
  await person.seesHeading('Ce poste est fermé pour le moment')
})

test('a full stick is told in words, and keeps nothing of the document', async ({ plugged }) => {
  const { stick, shell } = await plugged(64, 'head -c 64000 /dev/zero > plein || true')
  await copyPhoto(shell)
  await expect(shell.getByText('Il n’y a plus assez de place sur la clé.')).toBeVisible()
  expect(await stick.look('ls')).toBe('plein\n')
})

test('a stick that is torn out is told in words', async ({ plugged }) => {
  const { stick, shell } = await plugged(1000)
  await shell.getByRole('button', { name: 'Copier sur une clé USB : photo.png' }).click()
  const offered = shell.getByRole('button', { name: /^VACANCES/ })
  await expect(offered).toBeVisible()
  await stick.pull()
  await expect(offered).toBeHidden()
  await expect(shell.getByText('Branchez votre clé USB.')).toBeVisible()
})

test('a file is taken from a folder of a stick; links and hidden files are not shown', async ({
  plugged,
}) => {
  const fill =
    'mkdir Papiers && echo lettre > "Papiers/Lettre à la Caf.txt" && ln -s /etc/passwd Papiers/secret && ln -s /etc dehors && touch .cache'
  const { shell } = await plugged(1000, fill)
  await shell.getByRole('button', { name: 'Prendre sur une clé USB' }).click()
  await shell.getByRole('button', { name: /^VACANCES/ }).click()
  await expect(shell.getByRole('region', { name: 'Contenu de VACANCES' }).getByRole('listitem')).toHaveCount(
    1,
  )
  await shell.getByRole('button', { name: 'Dossier Papiers' }).click()
  await expect(shell.getByRole('region', { name: 'Contenu de Papiers' }).getByRole('listitem')).toHaveCount(1)
  await shell.getByRole('button', { name: 'Prendre Lettre à la Caf.txt' }).click()
  await expect(shell.getByText('Lettre à la Caf.txt', { exact: true })).toBeVisible()
  await expect(shell.getByText(/^Pris sur une clé USB/)).toBeVisible()
})
