import { test as base, expect, type Page } from '@playwright/test'
import { themes, usualComfort } from '../../app/session/comfort.ts'
import { languages } from '../../app/session/visit.ts'
import { brokenSound } from '../doubles/sound.ts'
import { violations } from '../e2e/axe.ts'
import { goThroughAids, goThroughAutonomy } from './aids-round.ts'
import { inNarrowWindow, lostText, smallTargets } from './checks.ts'
import { type Aspect, type Finding, findingsAttachment } from './findings.ts'
import { type Ground, openGround, type Wishes } from './ground.ts'
import { seeReading, seeStillThere, seeWaiting } from './held-round.ts'
import { drawWith, hasLanguages, languageOf, readIn } from './reading.ts'
import { comeIn, goOut, type Look } from './round.ts'
import { goThroughSession } from './session-round.ts'
import { brokenCode, wordsOfStyles } from './sturdiness.ts'
import {
  hangingWipe,
  idleSession,
  lateSession,
  seeClosedPost,
  seeClosing,
  seeTime,
  shortSession,
} from './warning-round.ts'

type Fixtures = {
  wishes: Wishes
  ground: Ground
  findings: Finding[]
  look: Look
}

/** Whatever becomes of the test, what was found goes into the table. */
const test = base.extend<Fixtures>({
  wishes: [{}, { option: true }],
  ground: async ({ wishes }, use) => {
    const ground = await openGround(wishes)
    await use(ground)
    await ground.stop()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  findings: async ({}, use, info) => {
    const findings: Finding[] = []
    await use(findings)
    const body = JSON.stringify(findings)
    await info.attach(findingsAttachment, { body, contentType: 'application/json' })
  },
  look: async ({ findings }, use) => {
    await use(async (name, page, lasting) => {
      const offered = lasting !== 'fleeting' && (await hasLanguages(page))
      for (const language of offered ? languages : [await languageOf(page)]) {
        if (offered) await readIn(page, language)
        await lookClosely(page, (aspect, faults) => findings.push({ page: name, language, aspect, faults }))
      }
      if (offered) await readIn(page, 'fr')
    })
  },
})

/** Every theme, the size of what is pressed, the code, text of double size or spaced, a window of 320 px. */
async function lookClosely(page: Page, found: (aspect: Aspect, faults: string[]) => void): Promise<void> {
  for (const theme of themes) {
    await drawWith(page, { ...usualComfort, theme })
    found(theme, await violations(page))
  }
  await drawWith(page, usualComfort)
  found('44 px', await smallTargets(page))
  found('code', await brokenCode(page))
  found('no styles', await wordsOfStyles(page))
  await drawWith(page, { ...usualComfort, textPercent: 200 })
  found('text 200 %', await lostText(page))
  await drawWith(page, { ...usualComfort, spacing: 'wide' })
  found('spacing', await lostText(page))
  await drawWith(page, usualComfort)
  await inNarrowWindow(page, async () => found('320 px', await lostText(page)))
}

const unseen: Look = async () => {}
const faulty = (findings: readonly Finding[]) => findings.filter(({ faults }) => faults.length > 0)

test('before a session and at its end, no page has a fault, in any language and look', async ({
  ground,
  findings,
  look,
}) => {
  await comeIn(ground, look)
  await goOut(ground, look)
  expect(faulty(findings)).toEqual([])
})

test('nor in a session, over pages of the web and among documents', async ({ ground, findings, look }) => {
  await comeIn(ground, unseen)
  await goThroughSession(ground, look)
  expect(faulty(findings)).toEqual([])
})

test('nor in the autonomy test', async ({ ground, findings, look }) => {
  await comeIn(ground, unseen)
  await goThroughAutonomy(ground, look)
  expect(faulty(findings)).toEqual([])
})

test('nor on the other pages that help', async ({ ground, findings, look }) => {
  await comeIn(ground, unseen)
  await goThroughAids(ground, look)
  expect(faulty(findings)).toEqual([])
})

test.describe('late', () => {
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  test.use({ wishes: async ({}, use) => use({ session: lateSession() }) })

  test('nor where one is told that the place will close', async ({ ground, findings, look }) => {
    await seeClosing(ground, look)
    expect(faulty(findings)).toEqual([])
  })
})

test.describe('short', () => {
  test.use({ wishes: { session: shortSession } })

  test('nor where one is told that the time is over', async ({ ground, findings, look }) => {
    await seeTime(ground, look)
    expect(faulty(findings)).toEqual([])
  })
})

test.describe('closed', () => {
  test.use({ wishes: { session: idleSession, env: hangingWipe } })

  test('nor while all is wiped, nor where the post has closed itself', async ({ ground, findings, look }) => {
    await seeClosedPost(ground, look)
    expect(faulty(findings)).toEqual([])
  })
})

test('nor while one waits, nor where the post cannot follow its policy', async ({ findings, look }) => {
  await seeWaiting(look)
  expect(faulty(findings)).toEqual([])
})

test('nor where one is asked whether one is still there', async ({ ground, findings, look }) => {
  await seeStillThere(ground, look)
  expect(faulty(findings)).toEqual([])
})

test.describe('read aloud', () => {
  test.use({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    wishes: async ({}, use, info) => use({ env: await brokenSound(info.outputPath('sound')) }),
  })

  test('nor while a page is read aloud', async ({ ground, findings, look }) => {
    await seeReading(ground, look)
    expect(faulty(findings)).toEqual([])
  })
})

test('a fault is told: a name taken away, a small key, a long word', async ({ ground }) => {
  const { guardian } = ground.post
  await guardian.getByRole('heading', { name: 'Bienvenue' }).waitFor()
  expect([
    ...(await violations(guardian)),
    ...(await smallTargets(guardian)),
    ...(await lostText(guardian)),
  ]).toEqual([])
  await guardian.evaluate(() => {
    const key = document.createElement('button')
    key.style.width = '20px'
    document.querySelector('h1')?.after(key)
    const words = document.createElement('p')
    words.style.whiteSpace = 'nowrap'
    words.textContent = 'démarche '.repeat(60)
    document.querySelector('h1')?.after(words)
  })
  expect(await violations(guardian)).toEqual([expect.stringContaining('button-name')])
  expect(await smallTargets(guardian)).toHaveLength(1)
  expect((await lostText(guardian)).join()).toContain('beside the window')
})
