import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test'
import { type RunningCoordinator, startBuiltCoordinator, startCoordinator } from '../dashboard/coordinator.ts'
import { Desk } from '../dashboard/desk.ts'
import { type Postgres, startPostgres } from '../doubles/postgres.ts'
import { windowsOnScreen, xdotool } from '../escapes/desktop.ts'
import { test as base, expect } from './fixtures.ts'
import { program } from './post.ts'

type Fixtures = {
  /** The embedded database wants a newer Node than the test runtime has; the other one does not. */
  postgres: Postgres
  folder: string
  coordinator: RunningCoordinator
  /** Opens the desk as `estran desk`, on a screen in French. */
  openDesk: (args?: readonly string[], env?: NodeJS.ProcessEnv) => Promise<ElectronApplication>
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  postgres: async ({}, use) => {
    const postgres = await startPostgres()
    await use(postgres)
    await postgres.stop()
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'estran-desk-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  coordinator: async ({}, use) => {
    const coordinator = await startBuiltCoordinator()
    await use(coordinator)
    await coordinator.stop()
  },
  openDesk: async ({ folder }, use) => {
    const opened: ElectronApplication[] = []
    await use(async (args = [], env = {}) => {
      const application = await electron.launch({
        executablePath: program().executable,
        chromiumSandbox: true,
        args: [program().app, 'desk', ...args],
        env: {
          ...(process.env as Record<string, string>),
          ...(env as Record<string, string>),
          XDG_CONFIG_HOME: folder,
          XDG_STATE_HOME: folder,
          LANG: 'fr_FR.UTF-8',
          LANGUAGE: 'fr',
        },
      })
      opened.push(application)
      return application
    })
    for (const application of opened) await application.close().catch(() => {})
  },
})

/** The status of a page of a coordinator, whose certificate is its own; `null`: nobody answers there. */
function statusOf(address: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = request(address, { rejectUnauthorized: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? null)
    })
    asked.on('error', () => resolve(null))
    asked.end()
  })
}

const deskAt = (page: Page, coordinator: RunningCoordinator, outside: unknown) =>
  new Desk(page, coordinator, outside as ConstructorParameters<typeof Desk>[2])

test('the program serves a coordinator itself, without a display, until it is asked to stop', async ({
  postgres,
}) => {
  const { executable, app } = program()
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env
  const coordinator = await startCoordinator(executable, [app, 'coordinator'], {
    ...env,
    DATABASE_URL: await postgres.database(),
  })
  expect(await statusOf(`${coordinator.address}/ready`)).toBe(200)
  expect(await statusOf(coordinator.address)).toBe(200)
  expect(await coordinator.stop()).toBe(0)
  expect(await statusOf(`${coordinator.address}/ready`)).toBeNull()
})

test('the desk shows a coordinator that it knows by its certificate, and goes nowhere else', async ({
  coordinator,
  openDesk,
  request: outside,
}) => {
  const application = await openDesk([coordinator.address, '--certificate', coordinator.fingerprint])
  const page = await application.firstWindow()
  const desk = deskAt(page, coordinator, outside)
  await desk.becomesFirstAdmin()
  await desk.addsSite('Médiathèque')

  const width = () => page.evaluate(() => innerWidth)
  const usual = await width()
  await xdotool('mousemove', 640, 600, 'click', 1)
  for (const _step of [1, 2, 3, 4]) await xdotool('key', 'ctrl+equal')
  await expect.poll(width, 'text of double size').toBeLessThanOrEqual(usual / 2)
  await xdotool('key', 'ctrl+0')
  await expect.poll(width).toBe(usual)

  const powers = await page.evaluate(() =>
    ['require', 'process', 'electron'].filter((name) => name in window),
  )
  expect(powers).toEqual([])
  const here = page.url()
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull()
  // Asked of the window itself: Playwright would wait for a navigation that was refused.
  const shown = (script: string) =>
    application.evaluate(({ BrowserWindow }, code) => {
      const windows = BrowserWindow.getAllWindows()
      return Promise.all(windows.map(({ webContents }) => webContents.executeJavaScript(code)))
    }, script)
  await shown(`location.href = 'https://example.org/'; undefined`)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(await shown('[location.href, document.querySelector("h1").textContent]')).toEqual([[here, 'Sites']])
  expect(await application.evaluate(({ session }) => session.fromPartition('desk').isPersistent())).toBe(
    false,
  )
})

test('a coordinator with another certificate is not shown', async ({ coordinator, openDesk }) => {
  const before = await windowsOnScreen()
  const other = coordinator.fingerprint.replace(/^../, (first) => (first === '00' ? '11' : '00'))
  const application = await openDesk([coordinator.address, '--certificate', other])
  const page = await application.firstWindow()
  await expect.poll(async () => (await windowsOnScreen()).length).toBeGreaterThan(before.length)
  await expect(page.getByRole('heading')).toHaveCount(0)
  expect(page.url()).not.toContain(coordinator.address)
})

test('without an address the desk runs the coordinator, and stops it when its window is closed', async ({
  openDesk,
  postgres,
}) => {
  const application = await openDesk([], { DATABASE_URL: await postgres.database() })
  const page = await application.firstWindow()
  await expect(page.getByRole('heading', { level: 1, name: 'Premier compte' })).toBeVisible()
  await expect(page.getByLabel('Code de démarrage')).toHaveValue(/^(\w{4}-?)+$/)
  await page.getByLabel('Nom').fill('Camille')
  await page.getByLabel('Mot de passe').fill('un mot de passe assez long')
  await page.getByRole('button', { name: 'Créer le compte' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Les postes' })).toBeVisible()
  const { origin } = new URL(page.url())
  expect(await statusOf(origin)).toBe(200)
  const closed = application.waitForEvent('close')
  await page.close()
  await closed
  expect(await statusOf(origin)).toBeNull()
})
