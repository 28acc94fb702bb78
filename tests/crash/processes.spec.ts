import { setTimeout as pause } from 'node:timers/promises'
import { newToken } from '../canaries/token.ts'
import { sessionRoots } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import { expect, test } from './ground.ts'
import { findCanary, writableFolders } from './left.ts'
import { kill, ofGuardian, ofVisitors } from './process-kinds.ts'
import { type Run, startRun } from './run.ts'
import { begin, end, plant, type Service, visitorBrowser } from './visit.ts'

type Mishap = {
  broken: string
  happen(run: Run, place: Place, service: Service): Promise<void>
  /** What follows; either is safe where it is not said. */
  outcome?: 'goes on' | 'ends'
}

const mishaps: Mishap[] = [
  {
    broken: 'visitor killed',
    happen: async (_run, place) => kill(await ofVisitors(place, 'main')),
    outcome: 'ends',
  },
  {
    broken: 'visitor, all its processes killed',
    happen: async (_run, place) => kill(await ofVisitors(place)),
    outcome: 'ends',
  },
  {
    broken: 'visitor, all renderers killed, the bar’s among them',
    happen: async (_run, place) => kill(await ofVisitors(place, 'renderer')),
    outcome: 'ends',
  },
  {
    broken: 'visitor, GPU process killed',
    happen: async (_run, place) => kill(await ofVisitors(place, 'gpu')),
  },
  {
    broken: 'visitor, GPU process killed six times',
    happen: async (_run, place) => {
      kill(await ofVisitors(place, 'gpu'))
      for (let time = 1; time < 6; time += 1) {
        await pause(400)
        // It may be on its way, or the session may have ended of it.
        for (const id of await ofVisitors(place, 'gpu')) kill([id])
      }
    },
  },
  {
    broken: 'visitor, network service killed',
    happen: async (_run, place) => kill(await ofVisitors(place, 'network')),
  },
  { broken: 'visitor, renderer of a page out of memory', happen: exhaustMemory, outcome: 'goes on' },
  // It has no network service to lose: it loads nothing from a network.
  {
    broken: 'guardian, GPU process killed',
    happen: async (run) => kill(ofGuardian(run, 'gpu')),
    outcome: 'goes on',
  },
  {
    broken: 'guardian, its page killed',
    happen: async (run) => {
      kill(ofGuardian(run, 'renderer'))
      await run.reattach()
      await run.call('person', 'goOn')
    },
    outcome: 'goes on',
  },
]

test('a process that ends in mid-session: the session goes on, or is wiped and explained; then welcome', async ({
  place,
  service,
  table,
}) => {
  const { row } = table('a process that ends in mid-session: wiped, explained, welcome')
  const run = await startRun(place)
  await run.until('welcome')
  // One person after the other, at the same post.
  for (const mishap of mishaps) await row(mishap.broken, () => befall(run, place, service, mishap))
  expect(await begin(run), 'the next person comes in').toBe('active')
})

test('the guardian’s own page killed at welcome, three times: it welcomes again', async ({
  place,
  table,
}) => {
  await table('a process that ends in mid-session: wiped, explained, welcome').row(
    'guardian, its page killed at welcome, three times',
    async () => {
      const run = await startRun(place)
      await run.until('welcome')
      for (let time = 0; time < 3; time += 1) {
        kill(ofGuardian(run, 'renderer'))
        await run.reattach()
        await expect.poll(() => run.drawn('h1')).toBe('Bienvenue')
      }
      expect(await begin(run)).toBe('active')
      return 'welcome each time'
    },
  )
})

/** A session with a canary, something befalls it, and it comes to its end. */
async function befall(
  run: Run,
  place: Place,
  service: Service,
  { happen, outcome }: Mishap,
): Promise<string> {
  expect(await begin(run)).toBe('active')
  const token = newToken()
  const found = await plant(place, service, token)
  const roots = sessionRoots(place.stateFolder)
  await happen(run, place, service)
  const became = await settle(run)
  if (outcome !== undefined) expect(became).toBe(outcome)
  if (became === 'goes on') expect(await end(run)).toBe('welcome')
  else {
    expect((await run.view())?.page).toMatchObject({ receipt: { cause: 'crash' } })
    expect(await run.drawn('body'), 'explained').toContain('Un problème technique a fermé la session.')
    await run.call('person', 'closeReceipt')
    expect(await run.until('welcome', 'outOfService')).toBe('welcome')
  }
  expect(sessionRoots(place.stateFolder).filter((root) => roots.includes(root))).toEqual([])
  const after = await findCanary(writableFolders(place), token)
  expect(found).toBeGreaterThan(0)
  expect(after).toEqual([])
  const told = became === 'goes on' ? 'the session goes on, then ends' : 'wiped, explained'
  return `${told}; canaries ${found} → ${after.length}, welcome`
}

async function settle(run: Run): Promise<'goes on' | 'ends'> {
  // Long enough for the guardian to hear of it.
  await pause(1500)
  const at = await run.until('active', 'receipt', 'outOfService')
  expect(at).not.toBe('outOfService')
  return at === 'active' ? 'goes on' : 'ends'
}

/** The page is lost, and the bar says so. */
async function exhaustMemory(_run: Run, place: Place, { origin }: Service): Promise<void> {
  const { browser, page } = await visitorBrowser(place)
  const web = await page(origin)
  const crashed = new Promise<void>((resolve) => web.once('crash', () => resolve()))
  void web
    .evaluate(() => {
      const kept: number[][] = []
      for (;;) kept.push(new Array<number>(2 ** 24).fill(1.5))
    })
    .catch(() => {})
  await crashed
  const shell = await page('estran://pages/visitor')
  await expect(shell.getByText(/page.*(arrêtée|fermée|problème)/i).first()).toBeVisible()
  await browser.close()
}
