import { expect, test } from './fixtures.ts'
test('debug', async ({ post, person, sites }) => {
  await person.begin()
  const page = await person.open('Travail', sites.travail)
  page.on('framenavigated', (f) => console.log('nav', f.url()))
  page.on('close', () => console.log('closed')); page.on('crash', () => console.log('crash'))
  const step = async (name: string, f: () => unknown) => { console.log(name, await page.evaluate(f).catch((e: Error) => e.message.slice(0, 100))); await page.waitForTimeout(300) }
  await step('nothing', () => 1)
  await step('div', () => { document.body.append(document.createElement('div')); return 2 })
  await step('iframe', () => { document.body.append(document.createElement('iframe')); return 3 })
  await step('after', () => document.title)
  const shell = await post.shell()
  console.log(await shell.getByRole('banner').innerText(), (await shell.locator('main').innerText()).slice(0,200))
  await page.goto(sites.travail.origin)
  await page.evaluate((src) => { document.body.append(Object.assign(document.createElement('iframe'), { src })) }, `${sites.allocations.origin}/televersement`).catch((e: Error) => console.log(e.message.slice(0, 100)))
  await page.waitForTimeout(1000)
  console.log(page.frames().map((f) => f.url()), page.url())
  console.log((await shell.locator('main').innerText()).slice(0,200))
})
