import { execFile } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Frame, Page } from '@playwright/test'
import type { Post } from '../e2e/post.ts'
import { watchOpeners, windowsOnScreen } from './desktop.ts'
import { expect, test } from './fixtures.ts'
import { alone, pagesWith } from './pages.ts'
import { lead, ways } from './ways.ts'

const run = promisify(execFile)

/** What would have come has come by then: the positive controls take a tenth of it. */
const settleMilliseconds = 150

/** Never reached by a page of the web, in any way. */
const ofTheMachine = (origin: string) => [
  'file:///etc/passwd',
  `view-source:${origin}/`,
  'chrome://version/',
  'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html',
  'devtools://devtools/bundled/inspector.html',
  `filesystem:${origin}/temporary/essai.html`,
  'about:version',
  'estran://pages/visitor/index.html',
  'estran://pages/guardian/index.html',
  'estran://documents/1/attestation.pdf',
]

/** Made by the page itself: may be shown in it, with its own rights at most. */
const madeByThePage = [
  'javascript:document.title="javascript"',
  'data:text/html,<title>data</title>',
  'blob:',
]

/** A program of the machine would open them. */
const ofPrograms = [
  'mailto:accueil@exemple.test',
  'tel:0000000000',
  'sms:0000000000',
  'ms-settings:privacy',
  'ssh://exemple.test',
  'steam://run/1',
  'intent://exemple.test#Intent;scheme=http;end',
  'vscode://file/etc/passwd',
  'ftp://exemple.test/',
]

test('addresses that lead out of the web', async ({ post, page, attempts, sites }) => {
  const { origin } = sites.allocations
  const shell = await post.shell()

  for (const way of ways) {
    await test.step(`control: ${way.name} leads to a page that may be opened`, async () => {
      await alone(post, page, `${origin}/adresses`)
      const before = sites.allocations.requests().length
      await lead(page, way, `${origin}/long`)
      await expect
        .poll(
          () =>
            sites.allocations
              .requests()
              .slice(before)
              .filter((asked) => asked.endsWith('/long')).length,
        )
        .toBe(1)
    })
  }

  for (const address of ofTheMachine(origin)) {
    for (const way of ways) {
      await attempts.holds(`${address} by ${way.name}`, async () => {
        await tryToLead(post, page, origin, way, address)
        const [scheme] = address.split(':', 1)
        expect(shown(page, shell).map((frame) => frame.url())).not.toContainEqual(
          expect.stringMatching(new RegExp(`^${scheme}:(?!blank|srcdoc)`)),
        )
        return told(shell)
      })
    }
  }
})

test('addresses a page makes itself', async ({ post, page, attempts, sites }) => {
  const { origin } = sites.allocations
  const shell = await post.shell()
  for (const address of madeByThePage) {
    for (const way of ways) {
      await attempts.holds(`${address} by ${way.name}`, async () => {
        await alone(post, page, `${origin}/adresses`)
        const real = address === 'blob:' ? await page.evaluate(makeBlob) : address
        await lead(page, way, real)
        await settled()
        for (const frame of shown(page, shell)) {
          // A frame that was held back is an error page, in which no script runs.
          const rights = await frame.evaluate(powers).catch(() => '')
          expect(rights, frame.url()).toBe('')
        }
        // A page that was held back is an error page too.
        const top = pagesWith(page).filter(
          (open) => open !== shell && !/^(https?:|about:blank|chrome-error:|$)/.test(open.url()),
        )
        expect(top.map((open) => open.url())).toEqual([])
        return 'nothing at top level; in the page, no more than the page'
      })
    }
  }
})

test('addresses a program of the machine would open', async ({ post, page, attempts, sites }) => {
  const { origin } = sites.allocations
  const windows = (await windowsOnScreen()).length
  await test.step('control: a program of that name is seen', async () => {
    const control = watchOpeners()
    await run('bash', ['-c', 'exec -a xdg-open sleep 0.3'])
    expect(await control.seen()).toHaveLength(1)
    control.stop()
  })
  const openers = watchOpeners()
  for (const address of ofPrograms) {
    const most = ways.filter(({ name }) => ['link', 'new window', 'frame', 'redirect'].includes(name))
    await attempts.holds(`${address} by ${most.map(({ name }) => name).join(', ')}`, async () => {
      for (const way of most) await tryToLead(post, page, origin, way, address)
      expect(await openers.seen()).toEqual([])
      expect((await windowsOnScreen()).length).toBe(windows)
      return 'no program started, no window opened'
    })
  }
  openers.stop()
})

async function tryToLead(
  post: Post,
  page: Page,
  origin: string,
  way: (typeof ways)[number],
  address: string,
): Promise<void> {
  await alone(post, page, `${origin}/adresses`)
  await lead(page, way, address)
  await settled()
}

/** There is nothing to wait for where nothing must happen. */
function settled(): Promise<void> {
  return pause(settleMilliseconds)
}

/** Every frame of every page of the web. */
function shown(page: Page, shell: Page): Frame[] {
  return pagesWith(page).flatMap((open) => (open === shell ? [] : open.frames()))
}

/** What the shell tells in place of the page, in its own words. */
async function told(shell: Page): Promise<string> {
  const heading = await shell.getByRole('heading', { level: 1 }).first().textContent()
  return `« ${heading} »`
}

function makeBlob(): string {
  return URL.createObjectURL(new Blob(['<title>blob</title>'], { type: 'text/html' }))
}

/** Names of what no page of the web may hold. */
function powers(): string {
  return ['estran', 'require', 'process', 'Buffer', 'electron']
    .filter((name) => Reflect.has(globalThis, name))
    .join(', ')
}
