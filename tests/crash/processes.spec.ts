import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { processTree } from '../canaries/processes.ts'
import { newToken } from '../canaries/token.ts'
import { sessionRoots, visitorProcesses } from '../e2e/left-behind.ts'
import type { Place } from '../e2e/post.ts'
import type { Site } from '../sites/site.ts'
import { expect, test } from './ground.ts'
import { findCanary, writableFolders } from './left.ts'
import { type At, type Run, startRun } from './run.ts'
import { printTable } from './table.ts'
import { begin, end, plant, visitorBrowser } from './visit.ts'

/** What Chromium's own processes say of themselves on their command line. */
const kinds = {
  renderer: /--type=renderer/,
  gpu: /--type=gpu-process/,
  network: /--utility-sub-type=network\.mojom\.NetworkService/,
  main: /--user-data-dir=(?!.*--type=)/,
}
type Kind = keyof typeof kinds

const rows: string[][] = []
test.afterAll(() =>
  printTable(['process', 'how it ended', 'the session', 'canaries found before', 'found after'], rows),
)

/** A session with a canary, something befalls it, and it comes to its end. @returns where the post was after that */
async function befall(
  place: Place,
  site: Site,
  what: [process: string, how: string],
  happen: (run: Run) => Promise<void>,
): Promise<At> {
  const run = await startRun(place)
  try {
    await run.until('welcome')
    expect(await begin(run)).toBe('active')
    const token = newToken()
    const found = await plant(place, site, token)
    const roots = sessionRoots(place.stateFolder)
    await happen(run)
    const at = await settle(run)
    if (at === 'receipt')
      expect((await run.view())?.page, 'explained').toMatchObject({ receipt: { cause: 'crash' } })
    if (at === 'active') expect(await end(run)).toBe('welcome')
    else {
      await run.call('person', 'closeReceipt')
      expect(await run.until('welcome', 'outOfService')).toBe('welcome')
    }
    expect(sessionRoots(place.stateFolder).filter((root) => roots.includes(root))).toEqual([])
    const after = await findCanary(writableFolders(place), token)
    rows.push([
      ...what,
      at === 'active' ? 'goes on safely' : 'wiped, explained, welcome',
      `${found}`,
      `${after.length}`,
    ])
    expect(found).toBeGreaterThan(0)
    expect(after).toEqual([])
    // The next person comes in.
    expect(await begin(run)).toBe('active')
    return at
  } finally {
    await run.cutPower()
  }
}

/** Where the post is once it has come to rest: in the session, or at its receipt. */
async function settle(run: Run): Promise<At> {
  await pause(1500)
  return run.until('active', 'receipt', 'outOfService')
}

test('the visitor itself', async ({ place, sites }) => {
  const at = await befall(place, sites.allocations, ['visitor', 'killed'], () => killVisitors(place, 'main'))
  expect(at).toBe('receipt')
})

test('every process of the visitor', async ({ place, sites }) => {
  const at = await befall(place, sites.allocations, ['visitor, all its processes', 'killed'], () =>
    killVisitors(place),
  )
  expect(at).toBe('receipt')
})

test('its renderers, the bar’s among them', async ({ place, sites }) => {
  const at = await befall(place, sites.allocations, ['visitor, all renderers', 'killed'], () =>
    killVisitors(place, 'renderer'),
  )
  expect(at).toBe('receipt')
})

test('its GPU process, once and again', async ({ place, sites }) => {
  await befall(place, sites.allocations, ['visitor, GPU process', 'killed'], () => killVisitors(place, 'gpu'))
  await befall(place, sites.allocations, ['visitor, GPU process', 'killed six times'], async () => {
    for (let time = 0; time < 6; time += 1) {
      await killVisitors(place, 'gpu').catch(() => {})
      await pause(400)
    }
  })
})

test('its network service: the page says so, or goes on', async ({ place, sites }) => {
  await befall(place, sites.allocations, ['visitor, network service', 'killed'], () =>
    killVisitors(place, 'network'),
  )
})

test('a page that runs out of memory: the page is lost, the session is not', async ({ place, sites }) => {
  test.setTimeout(180_000)
  const { origin } = sites.allocations
  const at = await befall(
    place,
    sites.allocations,
    ['visitor, renderer of a page', 'out of memory'],
    async () => {
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
    },
  )
  expect(at).toBe('active')
})

// It has no network service to lose: it loads nothing from a network.
test('the guardian’s own GPU process', async ({ place, sites }) => {
  const at = await befall(place, sites.allocations, ['guardian, GPU process', 'killed'], async (run) =>
    kill(ofGuardian(run, 'gpu')),
  )
  expect(at).toBe('active')
})

test('the guardian’s own page: it comes back and shows what is right, and the session goes on', async ({
  place,
  sites,
}) => {
  const at = await befall(place, sites.allocations, ['guardian, renderer', 'killed'], async (run) => {
    kill(ofGuardian(run, 'renderer'))
    await run.reattach()
    await run.call('person', 'goOn')
  })
  expect(at).toBe('active')
})

test('the guardian’s own page at welcome, three times: it welcomes again', async ({ place }) => {
  const run = await startRun(place)
  await run.until('welcome')
  for (let time = 0; time < 3; time += 1) {
    kill(ofGuardian(run, 'renderer'))
    await run.reattach()
    await expect.poll(() => run.heading()).toBe('Bienvenue')
  }
  expect(await begin(run)).toBe('active')
  await run.cutPower()
})

async function killVisitors(place: Place, kind?: Kind): Promise<void> {
  const all = await visitorProcesses(place.stateFolder)
  kill(kind === undefined ? all : all.filter((id) => kinds[kind].test(commandLine(id))))
}

/** The guardian's own children: what its visitor has started is named by the session root. */
function ofGuardian(run: Run, kind: Kind): number[] {
  return processTree(run.id).filter(
    (id) => kinds[kind].test(commandLine(id)) && commandLine(id).includes('/state/guardian'),
  )
}

function kill(ids: readonly number[]): void {
  expect(ids, 'there is such a process').not.toEqual([])
  for (const id of ids) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It went with another.
    }
  }
}

function commandLine(id: number): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
