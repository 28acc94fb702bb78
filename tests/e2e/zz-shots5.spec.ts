import { execFileSync } from 'node:child_process'
import { test } from './fixtures.ts'

test('shots', async ({ post, person, sites }) => {
  await person.begin()
  const page = await person.open('Allocations', sites.allocations)
  await page.goto(`${sites.allocations.origin}/documents`)
  await page.getByRole('link', { name: 'Photo (PNG)' }).click()
  await page.getByRole('link', { name: 'Attestation (PDF)' }).click()
  const shell = await post.shell()
  const shot = async (name: string) => {
    await shell.waitForTimeout(900)
    execFileSync('import', ['-window', 'root', `/tmp/out5/s-${name}.png`])
    await shell.evaluate(() => {
      document.documentElement.style.fontSize = '200%'
    })
    await shell.waitForTimeout(500)
    execFileSync('import', ['-window', 'root', `/tmp/out5/s-${name}-200.png`])
    await shell.evaluate(() => {
      document.documentElement.style.fontSize = ''
    })
  }
  await person.pressInBar('Documents')
  await shot('shelf')
  await page.goto(`${sites.allocations.origin}/televersement`)
  await shell.getByRole('tab').first().click()
  await shot('bar')
  await page.getByLabel('Document').click()
  await shell.getByRole('radio').first().check()
  await shot('choice')
  await shell.getByRole('button', { name: 'Prendre sur une clé USB' }).click()
  await shot('stick')
  await person.pressInBar('Accueil des services')
  await shell.getByRole('tab').first().click()
  await person.pressInBar('Imprimer cette page')
  await shell.getByRole('radio', { name: 'Certaines pages' }).check()
  await shell.getByLabel('Numéros des pages').fill('1')
  await shot('print')
  await person.pressInBar('Documents')
  await shell.getByRole('button', { name: /^Ouvrir .*pdf/ }).click()
  await shell.waitForTimeout(2500)
  execFileSync('import', ['-window', 'root', `/tmp/out5/s-pdf.png`])
})
