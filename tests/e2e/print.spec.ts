import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { type Queue, startCups, type TestCups } from '../doubles/cups.ts'
import { violations } from './axe.ts'
import { test as base, expect } from './fixtures.ts'
import { Person } from './person.ts'

const run = promisify(execFile)

type Printing = {
  cups: TestCups
  /** Starts a post that prints there, and begins a session on Allocations. */
  begin(queue: Queue, printing?: object, help?: string): Promise<{ person: Person; shell: Page; page: Page }>
}

const test = base.extend<{ printing: Printing }>({
  printing: async ({ start, place, sites }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'estran-cups-'))
    const cups = await startCups(folder)
    await use({
      cups,
      begin: async (printer, printing = {}, help = undefined) => {
        const policy = JSON.parse(await readFile(place.policyFile, 'utf8'))
        await writeFile(place.policyFile, JSON.stringify({ ...policy, printing: { printer, ...printing } }))
        const person = new Person(await start({ CUPS_SERVER: cups.socketPath }))
        await person.begin(help)
        const page = await person.open('Allocations', sites.allocations)
        return { person, shell: await person.post.shell(), page }
      },
    })
    await cups.stop()
    await rm(folder, { recursive: true, force: true })
  },
})

const title = { level: 1, name: 'Imprimer' } as const
const start = (shell: Page) => shell.getByRole('button', { name: 'Imprimer', exact: true })

async function onPaper(cups: TestCups): Promise<{ pages: number; text: string }> {
  const { stdout: info } = await run('pdfinfo', [cups.paper])
  const { stdout: text } = await run('pdftotext', [cups.paper, '-'])
  return { pages: Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]), text }
}

/** A page of as many sheets. */
function sheets(page: Page, count: number): Promise<void> {
  return page.evaluate((many) => {
    const sheet = (number: number) => `<p style="break-after: page">Feuille ${number}</p>`
    document.body.innerHTML = Array.from({ length: many }, (_, index) => sheet(index + 1)).join('')
  }, count)
}

test('a page is printed: the pages and copies asked for, in black and white', async ({ printing }) => {
  const { shell, page, person } = await printing.begin('paper')
  await sheets(page, 5)
  await person.pressInBar('Imprimer cette page')
  await expect(shell.getByRole('heading', title)).toBeVisible()
  await expect(shell.getByText(/Ce document a [56] pages/)).toBeVisible()
  await shell.getByRole('radio', { name: 'Certaines pages' }).check()
  await shell.getByLabel('Numéros des pages').fill('2, 4-5')
  await shell.getByRole('button', { name: 'Un exemplaire de plus' }).click()
  await shell.getByRole('checkbox', { name: 'En noir et blanc' }).check()
  await expect(shell.getByText('6 pages seront imprimées.')).toBeVisible()
  expect(await violations(shell)).toEqual([])
  await start(shell).click()
  await expect(shell.getByText('C’est imprimé. Prenez vos pages à l’imprimante.')).toBeVisible({
    timeout: 30_000,
  })
  const { pages, text } = await onPaper(printing.cups)
  expect(pages).toBe(6)
  expect(text).toContain('Feuille 2')
  expect(text).not.toContain('Feuille 1')
  expect((await printing.cups.optionsGiven()).at(-1)).toContain('print-color-mode=monochrome')
})

test('a PDF of the shelf is printed as it is, and its pages are counted', async ({ printing, sites }) => {
  const { shell, page, person } = await printing.begin('paper')
  await page.goto(`${sites.allocations.origin}/documents`)
  await page.getByRole('link', { name: 'Attestation (PDF)' }).click()
  await person.pressInBar('Documents')
  await shell.getByRole('button', { name: /^Imprimer .*\.pdf$/ }).click()
  await expect(shell.getByText('Ce document a 1 page.')).toBeVisible({ timeout: 15_000 })
  await start(shell).click()
  await expect(shell.getByText('C’est imprimé.')).toBeVisible({ timeout: 30_000 })
  expect((await onPaper(printing.cups)).pages).toBe(1)
})

test('a mandate is filled in, printed for both, and kept nowhere', async ({ printing }) => {
  const { shell, person } = await printing.begin('paper', {}, 'On m’aide à faire')
  await person.pressInBar('Accueil des services')
  await shell.getByRole('button', { name: 'Donner mandat' }).click()
  const look = shell.getByRole('button', { name: 'Voir le mandat' })
  await look.click()
  await expect(shell.getByRole('alert')).toContainText('Date de naissance')
  const form = (group: string) => shell.getByRole('group', { name: group })
  await form('La personne aidée').getByLabel('Prénom et nom').fill('Camille Exemple')
  await form('La personne aidée').getByLabel('Date de naissance').fill('1960-05-04')
  await form('La personne qui aide').getByLabel('Prénom et nom').fill('Dominique Exemple')
  await form('La personne qui aide').getByLabel('Fonction').fill('médiation numérique')
  await shell.getByLabel('Demander une aide ou une prestation').check()
  await shell.getByLabel('Avec quels organismes').fill('Allocations')
  await shell.getByLabel('Revenus et impôts').check()
  await look.click()
  await expect(
    shell.getByText('Je suis Camille Exemple, et ma date de naissance est le 4 mai 1960.').first(),
  ).toBeVisible()
  await shell.getByRole('button', { name: 'Imprimer deux exemplaires' }).click()
  await expect(
    shell.getByRole('paragraph').filter({ hasText: 'Mandat pour une aide aux démarches en ligne' }),
  ).toBeVisible()
  await start(shell).click()
  await expect(shell.getByText('C’est imprimé. Prenez vos pages à l’imprimante.')).toBeVisible({
    timeout: 30_000,
  })
  const { text } = await onPaper(printing.cups)
  expect(text.match(/Signature de la personne aidée/g)).toHaveLength(2)
  expect(text).toContain('Camille Exemple')
  expect(text).not.toContain('Voir le mandat')
  // The form is still there behind, until the page is left.
  await shell.getByRole('button', { name: 'Fermer', exact: true }).click()
  await expect(form('La personne aidée').getByLabel('Prénom et nom')).toHaveValue('Camille Exemple')
  await person.pressInBar('Documents')
  await expect(shell.getByText('Aucun document pour le moment')).toBeVisible()
  await person.pressInBar('Accueil des services')
  await shell.getByRole('button', { name: 'Donner mandat' }).click()
  await expect(form('La personne aidée').getByLabel('Prénom et nom')).toHaveValue('')
})

test.describe('with a directory', () => {
  const places = join(import.meta.dirname, '../../assets/orientation/sample.csv')
  test.use({ alsoInPolicy: { orientation: { places } } })

  test('a slip says where to go, and only that one was printed is counted', async ({ printing }) => {
    const { shell, person } = await printing.begin('paper')
    await person.pressInBar('Accueil des services')
    await shell.getByRole('button', { name: 'Trouver de l’aide près d’ici' }).click()
    await shell.getByRole('button', { name: 'Choisir ce lieu, France services Le Phare' }).click()
    await shell.getByRole('button', { name: 'Imprimer la fiche' }).click()
    await expect(shell.getByRole('heading', title)).toBeVisible()
    await start(shell).click()
    await expect(shell.getByText('C’est imprimé.')).toBeVisible({ timeout: 30_000 })
    const { text } = await onPaper(printing.cups)
    expect(text).toContain('France services Le Phare')
    expect(text).toContain('Ne notez aucun mot de passe sur cette feuille.')
    expect(text).not.toContain('Souris verte')
    const tally = await readFile(join(person.post.stateFolder, 'tally.json'), 'utf8')
    expect(tally).toMatch(/\/orientation\/slip":1/)
    expect(tally).not.toContain('Phare')
  })
})

test('a page that prints itself opens our way to print, whatever it tries', async ({ printing, sites }) => {
  const { shell, page, person } = await printing.begin('paper')
  const attempts: Record<string, () => unknown> = {
    'print()': () => window.print(),
    'a command': () => document.execCommand('print'),
    'a frame': () => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      frame.contentWindow?.print()
    },
  }
  for (const [name, attempt] of Object.entries(attempts)) {
    await page.goto(`${sites.allocations.origin}/documents`)
    await page.mouse.click(5, 5)
    // A frame that comes and goes ends what Playwright evaluates.
    await page.evaluate(attempt).catch(() => {})
    await expect(shell.getByRole('heading', title), name).toBeVisible()
    await shell.getByRole('button', { name: 'Fermer', exact: true }).click()
    await expect(shell.getByRole('heading', title), name).toBeHidden()
  }
  await page.evaluate(() => {
    const opened = window.open('', 'recu')
    opened?.document.write('<title>Reçu</title><p>Reçu')
    opened?.print()
    opened?.close()
  })
  await expect(shell.getByRole('main').getByText('Reçu', { exact: true })).toBeVisible()
  await person.end()
  await person.seesReceipt()
})

test('a page that asks to be printed without end is heard no more', async ({ printing }) => {
  const { shell, page, person } = await printing.begin('paper')
  await page.evaluate(() => setInterval(() => window.print(), 50))
  await shell.getByRole('button', { name: 'Fermer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(shell.getByRole('heading', title)).toBeHidden()
  await person.pressInBar('Terminer ma session')
  await person.seesHeading('Terminer votre session ?')
})

test('more pages than a session may print are refused in words', async ({ printing }) => {
  const { shell, page, person } = await printing.begin('paper', { pagesMax: 3 })
  await sheets(page, 2)
  await person.pressInBar('Imprimer cette page')
  await expect(shell.getByText(/Il vous reste 3 pages/)).toBeVisible()
  await shell.getByRole('radio', { name: 'Certaines pages' }).check()
  await shell.getByLabel('Numéros des pages').fill('1-2')
  await shell.getByRole('button', { name: 'Un exemplaire de plus' }).click()
  await expect(shell.getByText('Cela fait 4 pages, plus qu’il ne vous en reste.')).toBeVisible()
  await expect(start(shell)).toBeDisabled()
  await shell.getByRole('button', { name: 'Un exemplaire de moins' }).click()
  await start(shell).click()
  await expect(shell.getByText('C’est imprimé.')).toBeVisible({ timeout: 30_000 })
  await shell.getByRole('button', { name: 'Fermer', exact: true }).click()
  await person.pressInBar('Imprimer cette page')
  await expect(shell.getByText(/Il vous reste 1 page/)).toBeVisible()
})

test('a job that hangs is shown, taken back, and gone from the queue at the end', async ({ printing }) => {
  const { shell, person } = await printing.begin('endless')
  await person.pressInBar('Imprimer cette page')
  await start(shell).click()
  await expect(shell.getByText('L’imprimante imprime.')).toBeVisible({ timeout: 20_000 })
  await shell.getByRole('button', { name: 'Annuler l’impression' }).click()
  await expect(shell.getByText('L’impression est annulée.')).toBeVisible()
  await person.end()
  await person.seesReceipt()
  expect(await printing.cups.unfinished()).toEqual([])
})

test('a queue that is not there is told in words', async ({ printing }) => {
  const { shell, person } = await printing.begin('none' as Queue)
  await person.pressInBar('Imprimer cette page')
  await start(shell).click()
  await expect(shell.getByText(/Il n’y a pas d’imprimante sur ce poste/)).toBeVisible({ timeout: 20_000 })
})

test('where there is no printing, nothing offers it, and a page that prints opens nothing', async ({
  printing,
}) => {
  const { shell, page } = await printing.begin('paper', { enabled: false })
  await expect(shell.getByRole('button', { name: 'Imprimer cette page' })).toHaveCount(0)
  await page.evaluate(() => window.print())
  const { stdout } = await run('xwininfo', ['-root', '-tree'])
  expect(stdout).not.toMatch(/"(Print|Imprimer)"/)
})
