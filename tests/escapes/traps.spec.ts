import { xdotool } from './desktop.ts'
import { expect, test } from './fixtures.ts'
import { alone } from './pages.ts'

test('pages that keep a person, or take the machine', async ({ post, page, person, attempts, sites }) => {
  const shell = await post.shell()
  const { origin } = sites.allocations
  const tabs = shell.getByRole('tab')

  await attempts.holds('beforeunload keeps the page', async () => {
    await page.goto(`${origin}/pieges`)
    await page.getByRole('button', { name: 'Retenir le départ' }).click()
    await expect(page.getByText('Le départ est retenu.')).toBeVisible()
    await page.evaluate(() => location.assign('/'))
    await expect(page).toHaveURL(`${origin}/`)
    return 'left at once'
  })
  await attempts.holds('fifty windows opened by one press', async () => {
    await page.goto(`${origin}/fenetres`)
    await page.getByRole('button', { name: 'Ouvrir cinquante fenêtres' }).click()
    await expect(shell.getByText('trop d’autres pages')).toBeVisible()
    const opened = await tabs.count()
    expect(opened).toBe(4)
    await shell.getByRole('button', { name: 'D’accord' }).click()
    await expect(shell.getByText('trop d’autres pages')).toBeHidden()
    return `three opened, and it was told; ${opened} tabs`
  })
  await attempts.holds('more pages than the bar holds', async () => {
    for (let opened = await tabs.count(); opened < 12; opened++) {
      await shell.getByRole('tab').first().click()
      await page.getByRole('button', { name: 'Ouvrir une fenêtre' }).click()
      await expect(tabs).toHaveCount(opened + 1)
    }
    await shell.getByRole('tab').first().click()
    await page.getByRole('button', { name: 'Ouvrir une fenêtre' }).click()
    await expect(shell.getByText('12 pages sont déjà ouvertes.')).toBeVisible()
    await expect(tabs).toHaveCount(12)
    await alone(post, page, `${origin}/documents`)
    await expect(tabs).toHaveCount(0)
    return 'the thirteenth was not opened, and why was told'
  })
  await attempts.holds('thirty downloads after one press', async () => {
    await page.evaluate(() => {
      const button = document.createElement('button')
      button.textContent = 'Tout télécharger'
      const download = (number: number) => {
        const link = document.createElement('a')
        link.href = URL.createObjectURL(new Blob([`document ${number}`]))
        link.download = `document-${number}.txt`
        link.click()
        // Chromium itself stops more than ten a second.
        if (number < 30) setTimeout(download, 150, number + 1)
      }
      button.onclick = () => download(1)
      document.querySelector('main')?.append(button)
    })
    await page.getByRole('button', { name: 'Tout télécharger' }).click()
    await expect(shell.getByRole('button', { name: 'Document non reçu' })).toBeVisible()
    await person.pressInBar('Document non reçu')
    await expect(shell.getByText('Trop de téléchargements d’un coup')).toBeVisible()
    await expect(
      shell.getByRole('region', { name: 'Documents de la session' }).getByRole('listitem'),
    ).toHaveCount(10)
    return 'ten came, and it was told once'
  })
  await attempts.holds('a page that never stops computing', async () => {
    await tabs.first().click()
    await page.goto(`${origin}/lourde?secondes=600`)
    const status = page.getByRole('status')
    await expect(status).toHaveText('Calcul en cours.')
    // Chromium notices once somebody does something in the page that brings no answer.
    await expect(async () => {
      await clickInPage()
      await expect(shell.getByRole('heading', { name: 'Cette page est bloquée' })).toBeVisible({
        timeout: 3000,
      })
    }).toPass({ timeout: 60_000 })
    await shell.getByRole('button', { name: 'Fermer cette page' }).first().click()
    await person.seesHome()
    return 'told, and closed'
  })
})

const clickInPage = () => xdotool('mousemove', 700, 500, 'click', 1)
