import { expect, test } from './fixtures.ts'

const shown = '/attestation-en-ligne.pdf'

test('a PDF the web would show is opened from the shelf: by a link, a redirect, a form, a frame', async ({
  post,
  person,
  sites,
}) => {
  await person.begin()
  const page = await person.open('Allocations', sites.allocations)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const shell = await post.shell()
  const documents = (count: number) => shell.getByRole('button', { name: `Documents (${count})` })

  await page.evaluate((address) => location.assign(address), `${shown}#page=2`)
  await expect(documents(1)).toBeVisible()
  await expect(shell.getByRole('tab', { name: /\.pdf$/ })).toHaveCount(1)
  await page.evaluate((address) => location.assign(`/redirection?vers=${address}`), shown)
  await expect(documents(2)).toBeVisible()
  await page.evaluate((action) => {
    const form = Object.assign(document.createElement('form'), { action, method: 'get' })
    document.body.append(form)
    form.submit()
  }, shown)
  await expect(documents(3)).toBeVisible()
  await page.evaluate((src) => {
    // Later: a frame that begins while this is evaluated would take the answer with it.
    setTimeout(() => document.body.append(Object.assign(document.createElement('iframe'), { src })))
  }, shown)
  await expect(documents(4)).toBeVisible()
  await expect(shell.getByRole('tab', { name: /\.pdf$/ })).toHaveCount(4)
})
