import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { linkApi } from '../../app/contracts/coordinator-link.ts'
import { missingDays } from '../../app/tally/series.ts'
import { halfDayOf } from '../../app/tally/tally.ts'
import { weekOf } from '../../app/tally/week.ts'
import { askCoordinator } from '../../main/guardian/network/ask-coordinator.ts'
import { pairingFileIn, readPairing } from '../../main/guardian/network/pairing-file.ts'
import { fileTally } from '../../main/guardian/records/tally-file.ts'
import { startBuiltCoordinator } from '../dashboard/coordinator.ts'
import { Desk } from '../dashboard/desk.ts'
import { windowsOnScreen } from '../escapes/desktop.ts'
import { violations } from './axe.ts'
import { test as base, expect } from './fixtures.ts'
import { Person } from './person.ts'
import { staffPin, testPolicy } from './policy.ts'
import { makePlace, type Place, type Post, program, startPost } from './post.ts'

type Fixtures = {
  browser: Browser
  /** Someone at a desk, in a browser of their own, on a coordinator of their own. */
  desk: Desk
  /** Two posts of one network, not started. */
  places: [Place, Place]
  run: (place: Place) => Promise<Post>
}

const eightDaysLater = join(import.meta.dirname, '../doubles/eight-days-later.ts')

const test = base.extend<Fixtures>({
  desk: async ({ playwright }, use) => {
    // Four uses are few; the rule that hides fewer is the same. A week is published once it is over.
    const coordinator = await startBuiltCoordinator(['--threshold', '4'], ['--import', eightDaysLater])
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: true })
    const page = await browser.newPage({ ignoreHTTPSErrors: true, locale: 'fr-FR' })
    const outside = await playwright.request.newContext()
    await page.goto(coordinator.address)
    await use(new Desk(page, coordinator, outside))
    await outside.dispose()
    await browser.close()
    await coordinator.stop()
  },
  places: async ({ sites }, use) => {
    const made = [await makePlace(testPolicy(sites)), await makePlace(testPolicy(sites))] as const
    await use([...made])
    for (const place of made) await place.remove()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  run: async ({}, use) => {
    const started: Post[] = []
    await use(async (place) => {
      const post = await startPost(place)
      started.push(post)
      return post
    })
    for (const post of started) await post.stop()
  },
})

/** The program asked on a terminal, on a machine without a display. */
function pair(code: string, { stateFolder }: Place): Promise<{ code: number; told: string; wrong: string }> {
  const { executable, app } = program()
  const { DISPLAY: _none, ...env } = process.env
  const args = [app, 'pair', ...code.split('-'), '--state', stateFolder]
  return new Promise((resolve) => {
    execFile(executable, args, { env }, (error, told, wrong) =>
      resolve({ code: Number(error?.code ?? 0), told, wrong }),
    )
  })
}

const cardOf = (page: Page, post: string) => page.getByRole('region', { name: post })

test('two posts join a network; reception sees them, writes, ends a session; their uses are counted', async ({
  desk,
  places,
  run,
}) => {
  test.setTimeout(300_000)
  const { page } = desk
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  for (const [index, place] of places.entries()) {
    const code = await desk.addsPost(`Poste ${index + 1}`, 'Médiathèque')
    const paired = await pair(code, place)
    expect(paired.code, paired.wrong).toBe(0)
    expect(paired.told).toContain(`"Poste ${index + 1}" of "Médiathèque"`)
    expect((await stat(join(place.stateFolder, 'coordinator.json'))).mode & 0o077).toBe(0)
    // Used up, and told by address and cure.
    expect(await pair(code, place)).toMatchObject({
      code: 77,
      wrong: expect.stringContaining('ask an admin'),
    })
  }

  await desk.goTo('Accueil')
  const first = new Person(await run(places[0]))
  const firstCard = cardOf(page, 'Poste 1')
  await expect(firstCard).toContainText('Libre')
  await expect(cardOf(page, 'Poste 2')).toContainText('Ne répond pas')
  await first.begin()
  await expect(firstCard).toContainText('Occupé')
  await expect(firstCard).toContainText('encore 60 minutes')

  const duringSession = await windowsOnScreen()
  await firstCard.getByRole('button', { name: 'Écrire' }).click()
  await page.getByLabel('Message affiché sur le poste').fill('Votre rendez-vous vous attend')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(firstCard.getByRole('status')).toHaveText('C’est fait.')
  await first.seesHeading('Un message pour vous')
  await expect(first.post.guardian.getByText('Votre rendez-vous vous attend')).toBeVisible()
  expect(await violations(first.post.guardian)).toEqual([])
  await expect.poll(windowsOnScreen, 'the visitor makes room for it').toHaveLength(duringSession.length - 1)
  await first.press('J’ai lu')
  await first.seesHome()
  await expect.poll(windowsOnScreen).toEqual(duringSession)

  await firstCard.getByRole('button', { name: 'Prolonger' }).click()
  await expect(firstCard).toContainText('encore 75 minutes')
  await firstCard.getByRole('button', { name: 'Terminer' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Terminer' }).click()
  await expect(firstCard.getByRole('status')).toHaveText('C’est fait.')
  await first.seesReceipt()
  await expect(first.post.guardian.getByText('L’équipe du lieu a terminé la session.')).toBeVisible()
  await first.leave()
  await expect(firstCard).toContainText('Libre')

  const second = new Person(await run(places[1]))
  for (const person of [second, first, second]) {
    await person.begin()
    await person.end()
    await person.leave()
  }
  await expect(page.getByText('2 postes libres sur 2')).toBeVisible()

  // A week that was looked at does not change any more.
  for (const place of places) {
    await expect.poll(() => isAllTold(place), { timeout: 60_000 }).toBe(true)
  }
  await page.goto(`${desk.coordinator.address}/figures?from=${thisWeek()}&to=${thisWeek()}`)
  const uses = page.getByText('Passages', { exact: true }).locator('..').getByRole('definition')
  await expect(uses).toHaveText('4')
  const help = page.getByRole('table', { name: 'Genres d’aide, en tout' })
  await expect(help.getByRole('row', { name: /Sans aide/ })).toContainText('4')
})

test('without its coordinator a post works as ever, and only its staff are told', async ({
  desk,
  places,
  run,
}) => {
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')
  const [place] = places
  expect(await pair(await desk.addsPost('Poste 1', 'Médiathèque'), place)).toMatchObject({ code: 0 })
  await desk.coordinator.stop()
  expect(await pair('ABCD-EFGH', place)).toMatchObject({ code: 65 })

  const person = new Person(await run(place))
  await person.begin()
  await person.end()
  await person.leave()
  await expect(person.post.guardian.getByText('serveur')).toHaveCount(0)
  await person.press('Espace du personnel')
  await person.post.guardian.getByLabel('Code du personnel').fill(staffPin)
  await person.press('Valider')
  await expect(person.post.guardian.getByText('Ce poste ne joint pas le serveur du réseau.')).toBeVisible()
})

/** Whether the coordinator holds whatever a post has counted. */
async function isAllTold({ stateFolder }: Place): Promise<boolean> {
  const pairing = await readPairing(pairingFileIn(stateFolder))
  if (pairing === null) return false
  const held = await askCoordinator(pairing, linkApi.post.days, { query: {} }, pairing.token)
  const counted = await fileTally(join(stateFolder, 'tally.json'), async () => {}).days()
  return Object.keys(counted).length > 0 && Object.keys(missingDays(counted, held)).length === 0
}

const thisWeek = () => weekOf(halfDayOf(new Date()).day)
