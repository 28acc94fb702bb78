import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sessionRoots } from '../e2e/left-behind.ts'
import type { Post } from '../e2e/post.ts'
import type { Site } from '../sites/site.ts'
import { watchOpeners, windowsOnScreen } from './desktop.ts'
import { expect, test } from './fixtures.ts'
import { alone } from './pages.ts'

const dangerous = [
  'raccourci.desktop',
  'programme.exe',
  'page.html',
  'script.sh',
  'image.svg',
  'classeur.xlsm',
  'outil.jar',
]

/** Everything a page can do to have a dialog of the desktop open. */
const chooserCode: Record<string, string> = {
  'a file field': `const field = document.createElement('input'); field.type = 'file'; field.click()`,
  'a field for several files': `const field = document.createElement('input'); field.type = 'file'; field.multiple = true; field.click()`,
  'a field for a folder': `const field = document.createElement('input'); field.type = 'file'; field.webkitdirectory = true; field.click()`,
  'showPicker()': `const field = document.createElement('input'); field.type = 'file'; field.showPicker()`,
}

const printCode: Record<string, string> = {
  'print()': 'print()',
  'execCommand("print")': 'document.execCommand("print")',
  'a frame that prints': `const frame = document.createElement('iframe'); frame.srcdoc = '<script>print()<' + '/script>'; document.body.append(frame)`,
  'a window that prints': `const other = window.open(''); other?.print()`,
}

test('files', async ({ post, page: first, person, attempts, sites }) => {
  const { origin } = sites.allocations
  const openers = watchOpeners()
  await test.step('control: a page can ask', async () => {
    await alone(post, first, `${origin}/televersement`)
    await expect(first.getByLabel('Document')).toBeVisible()
  })
  for (const [name, code] of Object.entries(chooserCode)) {
    await attempts.holds(`${name} opens a dialog of the desktop`, () =>
      asksItself(post, sites.allocations, code, 'Ne rien donner'),
    )
  }
  const page = await post.web(origin)
  const shell = await post.shell()
  for (const name of dangerous) {
    await attempts.holds(`${name} is downloaded`, async () => {
      await alone(post, page, `${origin}/documents`)
      const link = page.getByRole('link', { name: 'Photo (PNG)' })
      await link.evaluate((element, name) => {
        if (element instanceof HTMLAnchorElement) element.href = `/photo.png?nom=${name}`
      }, name)
      await link.click()
      await person.pressInBar('Documents')
      const row = shell.getByRole('listitem').filter({ hasText: name })
      await expect(row.getByText('Reçu en entier')).toBeVisible()
      await expect(row.getByRole('button', { name: /^Ouvrir/ })).toHaveCount(0)
      const kept = await documents(post.stateFolder)
      expect(kept.length).toBeGreaterThan(0)
      for (const file of kept) expect((await stat(file)).mode & 0o111, file).toBe(0)
      await shell.getByRole('tab').first().click()
      return 'kept on the shelf: not executable, not opened'
    })
  }
  expect(await openers.seen()).toEqual([])
  openers.stop()
})

test('printers', async ({ post, page, attempts, sites }) => {
  await expect(page).toHaveURL(/^http/)
  for (const [name, code] of Object.entries(printCode)) {
    await attempts.holds(`${name} opens a dialog of the desktop`, () =>
      asksItself(post, sites.allocations, code, 'Fermer'),
    )
  }
})

/**
 * Presses what would open a dialog of the desktop: the post asks in place of the page, and no window comes. Nobody
 * watches meanwhile, as nobody does on a real post: frames that come are lost beside a second debugger in Electron 33.
 */
async function asksItself(post: Post, site: Site, code: string, leave: string): Promise<string> {
  const windows = await windowsOnScreen()
  const page = await post.web(site.origin)
  await alone(post, page, `${site.origin}/televersement`)
  await page.evaluate((code) => {
    const button = document.createElement('button')
    button.id = 'essai'
    button.type = 'button'
    button.textContent = 'Essayer'
    // Soon enough for a page that was pressed to be allowed it still.
    button.onclick = () =>
      setTimeout(() => {
        void fetch('/essai')
        new Function(code)()
      }, 500)
    document.querySelector('main')?.prepend(button)
  }, code)
  const tried = () => site.requests().filter((asked) => asked === 'GET /essai').length
  const before = tried()
  await page.locator('#essai').click({ noWaitAfter: true })
  await post.letGo()
  await expect.poll(tried).toBe(before + 1)
  // A frame that comes has been here a while before anybody watches again.
  await pause(1000)
  const shell = await post.shell()
  const left = shell.getByRole('button', { name: leave, exact: true })
  await expect(left).toBeVisible()
  expect(await windowsOnScreen()).toEqual(windows)
  const asked = await shell.getByRole('heading', { level: 1 }).textContent()
  await left.click()
  await expect(left).toBeHidden()
  return `no window of the desktop; the post asks itself: « ${asked} »`
}

async function documents(stateFolder: string): Promise<string[]> {
  const lists = await Promise.all(
    sessionRoots(stateFolder).map(async (root) => {
      const folder = join(root, 'documents')
      return (await readdir(folder).catch(() => [])).map((name) => join(folder, name))
    }),
  )
  return lists.flat()
}
