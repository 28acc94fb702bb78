import type { Page } from '@playwright/test'
import { windowsOnScreen } from './desktop.ts'
import { expect, test } from './fixtures.ts'

/** Left to itself, Playwright would answer the dialogs of a page it is attached to. */
const leaveOpen = (page: Page) => page.on('dialog', () => {})

test('what pages say and ask', async ({ post, page, person, attempts, sites }) => {
  const shell = await post.shell()
  const host = new URL(sites.allocations.origin).host
  const before = (await windowsOnScreen()).length
  leaveOpen(page)
  const says = shell.getByRole('heading', { level: 1, name: `${host} vous dit` })
  const asks = shell.getByRole('heading', { level: 1, name: `${host} vous demande` })
  const press = (name: string) => shell.getByRole('button', { name, exact: true }).click()
  const noWindow = async () => expect((await windowsOnScreen()).length).toBe(before)

  await attempts.holds('alert() opens a window of the desktop', async () => {
    const done = page.evaluate(() => alert('Bonjour'))
    await expect(says).toBeVisible()
    await expect(shell.getByText('Bonjour')).toBeVisible()
    await noWindow()
    await press('OK')
    await done
    return 'asked by the shell, which names the host'
  })
  await attempts.holds('confirm() is answered for the person, or by a window of the desktop', async () => {
    const yes = page.evaluate(() => confirm('Valider ?'))
    await expect(asks).toBeVisible()
    await noWindow()
    await press('OK')
    expect(await yes).toBe(true)
    const no = page.evaluate(() => confirm('Supprimer ?'))
    await expect(asks).toBeVisible()
    await press('Annuler')
    expect(await no).toBe(false)
    return 'yes and no both reach the page'
  })
  await attempts.holds('prompt() opens a window of the desktop', async () => {
    await expect(page.evaluate(() => prompt('Votre ville ?'))).rejects.toThrow('not supported')
    await noWindow()
    return 'Electron gives pages no prompt()'
  })
  await attempts.holds('alerts without end keep the person', async () => {
    await page.goto(`${sites.allocations.origin}/pieges`)
    void page.evaluate(() => {
      setTimeout(() => {
        for (let number = 1; number <= 50; number++) alert(`Encore une alerte ${number}`)
        document.title = 'fini'
      })
    })
    for (const number of [1, 2, 3]) {
      await expect(shell.getByText(`Encore une alerte ${number}`, { exact: true })).toBeVisible()
      if (number === 3) await shell.getByLabel('Ne plus rien afficher de cette page').click()
      await press('OK')
    }
    await expect(page).toHaveTitle('fini')
    return 'from the third on, one tick silences the page'
  })
  await attempts.holds('a page that asks for ever holds back the end', async () => {
    await page.goto(`${sites.allocations.origin}/pieges`)
    void page.evaluate(() => {
      setTimeout(() => {
        for (;;) alert('Sans fin')
      })
    })
    await expect(says).toBeVisible()
    await person.end()
    await person.seesReceipt()
    return 'ended from the bar, wiped and verified'
  })
})
