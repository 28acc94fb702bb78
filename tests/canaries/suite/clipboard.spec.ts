import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { Person } from '../../e2e/person.ts'
import { expect, test } from './fixtures.ts'

const run = promisify(execFile)

/** What any program of the display is given when it pastes; empty when there is nothing to paste. */
async function pasted(selection: 'clipboard' | 'primary', format: string): Promise<string> {
  const args = ['-o', '-selection', selection, '-t', format]
  return run('xclip', args, { timeout: 10_000 }).then(
    ({ stdout }) => stdout,
    () => '',
  )
}

/** What every owner of a selection offers, an emptied one too: ways to ask for it, no content (X11's ICCCM, 2.6.2). */
const protocol = ['TIMESTAMP', 'TARGETS', 'MULTIPLE', 'SAVE_TARGETS', '']

/** In which formats another program could paste. */
async function formats(selection: 'clipboard' | 'primary'): Promise<string[]> {
  const offered = await pasted(selection, 'TARGETS')
  return offered.split('\n').filter((format) => !protocol.includes(format))
}

const pasteable = async () => [...(await formats('clipboard')), ...(await formats('primary'))]

/** Ways to copy: each leaves its canary on the clipboard, in the format that another program would paste. */
const ways = [
  { kind: 'clipboard-text', format: 'UTF8_STRING', copy: copyText },
  { kind: 'clipboard-page', format: 'text/html', copy: copyPartOfPage },
  { kind: 'clipboard-image', format: 'text/html', copy: copyImage },
  { kind: 'clipboard-files', format: 'chromium/x-web-custom-data', copy: copyFiles },
]

for (const { kind, format, copy } of ways)
  test(`${kind} and the primary selection`, async ({ post, canaries, sites, end, restart }) => {
    const person = new Person(post)
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    const { origin } = sites.allocations
    // What another program pastes passes through the display's memory and leaves bytes there: it pastes no canary.
    await copy(page, origin, 'essai')
    const readable = (await pasted('clipboard', format)).replaceAll('\0', '')
    expect(readable, 'another program can paste what is copied').toContain('essai')
    await copy(page, origin, canaries.plant(kind))
    expect(await formats('clipboard')).toContain(format)

    await page.goto(`${origin}/connexion`)
    await select(page, 'essai')
    await expect.poll(() => pasted('primary', 'UTF8_STRING')).toBe('essai')
    await select(page, canaries.plant('primary-selection'))
    expect(await formats('primary')).toContain('UTF8_STRING')

    await canaries.seen('before')
    await end(post)
    expect(await pasteable(), 'what the next person can paste').toEqual([])
    await restart(post)
    expect(await pasteable(), 'what a person can paste after a restart').toEqual([])
    canaries.expectGone()
  })

async function copyText(page: Page, origin: string, text: string): Promise<void> {
  await page.goto(`${origin}/connexion`)
  await page.getByLabel('Identifiant').fill(text)
  await page.getByLabel('Identifiant').selectText()
  await page.keyboard.press('ControlOrMeta+c')
}

async function copyPartOfPage(page: Page, origin: string, text: string): Promise<void> {
  await page.goto(`${origin}/long`)
  await page.evaluate((words) => {
    document
      .querySelector('main')
      ?.prepend(Object.assign(document.createElement('b'), { textContent: words }))
    getSelection()?.selectAllChildren(document.querySelector('b') ?? document.body)
  }, text)
  await page.keyboard.press('ControlOrMeta+c')
}

/** A picture shown by itself is copied as a picture. */
async function copyImage(page: Page, origin: string, text: string): Promise<void> {
  await page.goto(`${origin}/photo-en-ligne.png?jeton=${text}`)
  await page.locator('img').click()
  await page.keyboard.press('ControlOrMeta+c')
  await expect.poll(() => pasted('clipboard', 'TARGETS')).toContain('image/png')
}

/** A page may put a list of files there; only a file manager could put files. */
async function copyFiles(page: Page, origin: string, text: string): Promise<void> {
  await page.goto(`${origin}/long`)
  await page.evaluate((name) => {
    addEventListener('copy', (event) => {
      event.clipboardData?.setData('text/uri-list', `file:///media/cle/${name}.pdf`)
      event.preventDefault()
    })
  }, text)
  await page.locator('main').click()
  await page.keyboard.press('ControlOrMeta+c')
}

/** Marks words with the mouse, as a person does: X keeps what is marked. */
async function select(page: Page, words: string): Promise<void> {
  await page.getByLabel('Identifiant').fill(words)
  await page.getByLabel('Identifiant').click({ clickCount: 3 })
}
