import type { Page } from '@playwright/test'
import type { Site } from '../sites/site.ts'
import { violations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import type { Person } from './person.ts'

/** Two documents on the shelf, and the page of the site that asks for one. */
async function askForDocuments(person: Person, site: Site): Promise<Page> {
  await person.begin()
  const page = await person.open('Allocations', site)
  await page.goto(`${site.origin}/documents`)
  await page.getByRole('link', { name: 'Photo (PNG)' }).click()
  await page.getByRole('link', { name: 'Photo (PNG)' }).click()
  const shell = await person.post.shell()
  await expect(shell.getByRole('button', { name: 'Documents (2)' })).toBeVisible()
  await page.goto(`${site.origin}/televersement`)
  return page
}

const field = (page: Page) => page.getByLabel('Document')
const names = (page: Page) =>
  field(page).evaluate((input: HTMLInputElement) =>
    [...(input.files ?? [])].map((file) => file.webkitRelativePath || file.name),
  )

test('a site that asks for a file gets the documents of the session, and nothing else of the machine', async ({
  post,
  person,
  sites,
}) => {
  const page = await askForDocuments(person, sites.allocations)
  await field(page).click()
  const shell = await post.shell()
  await expect(shell.getByRole('heading', { name: 'Quel document donner au site ?' })).toBeVisible()
  await expect(shell.getByRole('radio')).toHaveCount(2)
  expect(await violations(shell)).toEqual([])
  await shell.getByRole('radio', { name: /^photo\.png/ }).check()
  await shell.getByRole('button', { name: 'Donner au site' }).click()
  await expect.poll(() => names(page)).toEqual(['photo.png'])
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByRole('status')).toHaveText(/Document reçu\s: [1-9]\d* octets/)
})

test('several at once, and a folder, are answered', async ({ post, person, sites }) => {
  const page = await askForDocuments(person, sites.allocations)
  const shell = await post.shell()
  const chooseBoth = async (attribute: string) => {
    await field(page).evaluate((input, name) => input.setAttribute(name, ''), attribute)
    await field(page).click()
    await expect(shell.getByRole('checkbox')).toHaveCount(2)
    for (const box of await shell.getByRole('checkbox').all()) {
      await box.click()
      await expect(box).toBeChecked()
    }
    await shell.getByRole('button', { name: 'Donner au site' }).click()
  }
  await chooseBoth('multiple')
  await expect.poll(() => names(page)).toEqual(['photo.png', 'photo (2).png'])
  await chooseBoth('webkitdirectory')
  await expect
    .poll(async () => (await names(page)).sort())
    .toEqual(['documents/photo (2).png', 'documents/photo.png'])
})

test('nothing is given when the person cancels, or goes elsewhere', async ({ post, person, sites }) => {
  const page = await askForDocuments(person, sites.allocations)
  const shell = await post.shell()
  await field(page).click()
  await shell.getByRole('button', { name: 'Ne rien donner' }).click()
  await field(page).click()
  await person.pressInBar('Accueil des services')
  await person.seesHome()
  expect(await names(page)).toEqual([])
})

test('a kind that the site does not expect is told, and not held back', async ({ post, person, sites }) => {
  const page = await askForDocuments(person, sites.allocations)
  const shell = await post.shell()
  await field(page).evaluate((input) => input.setAttribute('accept', '.pdf, application/pdf'))
  await field(page).click()
  await expect(shell.getByText('Le site attend un autre type de document.')).toHaveCount(2)
  await shell.getByRole('radio').first().check()
  await shell.getByRole('button', { name: 'Donner au site' }).click()
  await expect.poll(() => names(page)).toEqual(['photo.png'])
})

test('the pickers of a page are refused, without a window of the desktop', async ({ person, sites }) => {
  const page = await askForDocuments(person, sites.allocations)
  for (const picker of ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker']) {
    const answer = await page.evaluate(
      (name) =>
        (window as unknown as Record<string, () => Promise<unknown>>)[name]?.().then(
          () => 'given',
          (error: Error) => error.name,
        ),
      picker,
    )
    expect(answer, picker).toMatch(/AbortError|SecurityError|NotAllowedError/)
  }
})

test('a page that opens choosers without end can be left, and the session ended', async ({
  post,
  person,
  sites,
}) => {
  const page = await askForDocuments(person, sites.allocations)
  const shell = await post.shell()
  await page.evaluate(() => {
    const input = document.querySelector('input') as HTMLInputElement
    setInterval(() => input.click(), 20)
  })
  await expect(shell.getByRole('heading', { name: 'Quel document donner au site ?' })).toBeVisible()
  await person.pressInBar('Accueil des services')
  await person.seesHome()
  await person.end()
  await person.seesReceipt()
})

test('by keyboard alone', async ({ post, person, sites }) => {
  const page = await askForDocuments(person, sites.allocations)
  const shell = await post.shell()
  await field(page).focus()
  await page.keyboard.press('Enter')
  await expect(shell.getByRole('heading', { name: 'Quel document donner au site ?' })).toBeFocused()
  await shell.keyboard.press('Tab')
  await shell.keyboard.press('Space')
  await expect(shell.getByRole('radio', { name: /^photo\.png/ })).toBeChecked()
  await shell.keyboard.press('Tab')
  await expect(shell.getByRole('button', { name: 'Donner au site' })).toBeFocused()
  await shell.keyboard.press('Enter')
  await expect.poll(() => names(page)).toEqual(['photo.png'])
})
