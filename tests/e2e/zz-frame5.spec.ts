import { execFileSync } from 'node:child_process'
import { test } from './fixtures.ts'
test('frame', async ({ post, person, sites }) => {
  await person.begin()
  const page = await person.open('Travail', sites.travail)
  const add = (src: string) => {
    document.body.replaceChildren(Object.assign(document.createElement('iframe'), { src }))
    document.body.style.margin = '0'
    Object.assign(document.querySelector('iframe')?.style ?? {}, { width: '900px', height: '500px' })
  }
  await page.evaluate(add, `${sites.allocations.origin}/televersement`).catch((e) => console.log('EV', e.message.slice(0, 80)))
  await page.waitForTimeout(2500)
  execFileSync('import', ['-window', 'root', '/tmp/out5/frame.png'])
  console.log(page.frames().map((f) => f.url()))
  await page.mouse.click(130, 160)
  await page.waitForTimeout(800)
  execFileSync('import', ['-window', 'root', '/tmp/out5/frame2.png'])
  const shell = await post.shell()
  console.log((await shell.locator('main').innerText()).slice(0, 100))
})
