import { randomBytes } from 'node:crypto'
import { sessionRoots } from '../../e2e/left-behind.ts'
import { Person } from '../../e2e/person.ts'
import type { Post } from '../../e2e/post.ts'
import { startSecureSite } from '../../sites/secure.ts'
import { expect, test } from './fixtures.ts'
import { trust } from './trust.ts'

test('what the network layer remembers: TLS sessions, HSTS, reports, names, preflights', async ({
  post,
  canaries,
  sites,
  place,
  endAndRestart,
}) => {
  const site = await startSecureSite('securise.localhost')
  const { allocations, widgets } = sites
  try {
    /** One person: what their browser already knew of the site, and what it learnt. */
    const visit = async (on: Post) => {
      const person = new Person(on)
      await person.seesHeading('Bienvenue')
      await expect.poll(() => sessionRoots(place.stateFolder).length, 'a spare waits').toBe(1)
      for (const root of sessionRoots(place.stateFolder)) await trust(root, site.authority)
      await person.begin()
      const page = await person.open('Allocations', allocations)
      const came = { plain: site.plainRequests().length, secure: site.resumptions().length }
      const plainRequests = () => site.plainRequests().slice(came.plain)

      await page.goto(`${site.plainOrigin}/avant`)
      const toldBefore = plainRequests().includes('GET /avant') ? 0 : 1
      const page2 = `${site.origin}/durable?jeton=${canaries.plant('network-error-logging')}`
      await page.goto(page2)
      await page.goto(`${site.plainOrigin}/apres`)
      const toldAfter = plainRequests().includes('GET /apres') ? 0 : 1
      const [first = false, ...later] = site.resumptions().slice(came.secure)

      await page.goto(allocations.origin)
      const preflights = async () => {
        const answer = await fetch(`http://127.0.0.1:${widgets.port}/prevol`)
        return ((await answer.json()) as { preflights: number }).preflights
      }
      /** Whether the browser asks first: it does once, then remembers the answer. */
      const asks = async () => {
        const before = await preflights()
        await page.evaluate(async (address) => {
          await fetch(address, { headers: { 'x-jeton': 'a' }, referrerPolicy: 'unsafe-url' })
        }, `${widgets.origin}/prevol`)
        return (await preflights()) > before
      }
      await page.goto(`${allocations.origin}/stockage?jeton=`)
      const askedFirst = await asks()
      const askedAgain = await asks()
      return {
        page,
        toldBefore,
        toldAfter,
        first,
        resumed: later.filter(Boolean).length,
        askedFirst,
        askedAgain,
      }
    }

    const one = await visit(post)
    // The resolver keeps what it was asked, and that there was no answer.
    const unknown = `http://${canaries.plant('dns')}.invalid/`
    await one.page.evaluate((address) => fetch(address).catch(() => {}), unknown)
    await canaries.seenBefore()

    const two = await visit(await endAndRestart(post))
    canaries.behaves({
      artefact: 'hsts-upgrade',
      planted: 'yes',
      before: one.toldAfter,
      after: two.toldBefore,
    })
    canaries.behaves({
      artefact: 'tls-resumption',
      planted: 'yes',
      before: one.resumed,
      after: Number(two.first),
    })
    const remembered = { before: Number(!one.askedAgain), after: Number(!two.askedFirst) }
    canaries.behaves({ artefact: 'cors-preflight', planted: 'yes', ...remembered })
    canaries.expectGone()
    expect(one.toldBefore, 'the first person’s browser knew nothing yet').toBe(0)
  } finally {
    await site.stop()
  }
})

test('a certificate that nobody vouches for is refused: there is nothing to accept', async ({
  post,
  person,
  sites,
  canaries,
}) => {
  const site = await startSecureSite(`site-${randomBytes(4).toString('hex')}.localhost`)
  try {
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    await page.goto(`${site.origin}/`).catch(() => {})
    const shell = await post.shell()
    await expect(shell.getByRole('heading', { name: 'Cette page n’est pas sûre' })).toBeVisible()
    await expect(shell.getByRole('main').getByRole('button')).toHaveText(['Accueil des services'])
    expect(site.resumptions(), 'no connection came about').toEqual([])
    canaries.behaves({ artefact: 'accepted-certificate', planted: 'refused', before: 0, after: 0 })
  } finally {
    await site.stop()
  }
})
