import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { Person } from '../../e2e/person.ts'
import type { Post } from '../../e2e/post.ts'
import { type SecureSite, startSecureSite } from '../../sites/secure.ts'
import type { Sites } from '../../sites/sites.ts'
import { expect, test } from './fixtures.ts'
import { nextRoot } from './next-root.ts'
import { trust } from './trust.ts'

// These sites are in no catalogue.
test.use({ alsoInPolicy: { navigation: { mode: 'open', privateHosts: ['*.localhost'] } } })

test('what the network layer remembers: TLS sessions, HSTS, reports, names, preflights, answers', async ({
  post,
  canaries,
  sites,
  end,
  restart,
}) => {
  const site = await startSecureSite('securise.localhost')
  try {
    const report = canaries.plant('network-error-logging')
    const one = await visit(post, site, sites, report)
    expect(one.hstsKnown, 'the first person’s browser knew nothing yet').toBe(false)
    // The resolver keeps what it was asked, and that there was no answer.
    const unknown = `http://${canaries.plant('dns')}.invalid/`
    await one.page.evaluate((address) => fetch(address).catch(() => {}), unknown)
    await canaries.seen('before')

    await end(post)
    const two = await visit(post, site, sites, '')
    const three = await visit(await restart(post), site, sites, '')
    const remembers = (artefact: string, learnt: boolean, known: 'hstsKnown' | 'tlsKnown' | 'corsKnown') =>
      canaries.behaves({
        artefact,
        planted: 'yes',
        before: Number(learnt),
        after: Number(two[known]),
        afterRestart: Number(three[known]),
      })
    remembers('hsts-upgrade', one.hstsLearnt, 'hstsKnown')
    remembers('tls-resumption', one.tlsLearnt, 'tlsKnown')
    remembers('cors-preflight', one.corsLearnt, 'corsKnown')
    for (const kind of ['cache', 'etag']) {
      expect(await answersAgain(three.page, `/relique-${kind}`), `an answer kept by ${kind}`).toBe(false)
      canaries.refused(`answer-kept-by-${kind}`)
    }
    canaries.expectGone()
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
    await expect(shell.getByRole('main').getByRole('button')).toHaveText([
      'Revenir à la page d’avant',
      'Accueil des services',
    ])
    expect(site.resumptions(), 'no connection came about').toEqual([])
    canaries.refused('accepted-certificate')
  } finally {
    await site.stop()
  }
})

/** One person: what their browser knew already of the sites, and what it learnt. @param mark put into what is reported */
async function visit(on: Post, site: SecureSite, { allocations, widgets }: Sites, mark: string) {
  await trust(await nextRoot(on), site.authority)
  const person = new Person(on)
  await person.begin()
  const page = await person.open('Allocations', allocations)
  const came = { plain: site.plainRequests().length, secure: site.resumptions().length }
  const wentPlain = (path: string) => site.plainRequests().slice(came.plain).includes(`GET ${path}`)

  await page.goto(`${site.plainOrigin}/avant`)
  const hstsKnown = !wentPlain('/avant')
  await page.goto(`${site.origin}/durable?jeton=${mark}`)
  await page.goto(`${site.plainOrigin}/apres`)
  const [tlsKnown = false, ...later] = site.resumptions().slice(came.secure)

  // Only what a page of this name asks may be remembered.
  await page.goto(`${allocations.origin}/long?comme=/stockage`)
  const preflights = async () => {
    const answer = await fetch(`http://127.0.0.1:${widgets.port}/prevol`)
    return ((await answer.json()) as { preflights: number }).preflights
  }
  /** Whether the browser asks first: it does once, then remembers the answer. */
  const asksFirst = async () => {
    const before = await preflights()
    await page.evaluate(async (address) => {
      await fetch(address, { headers: { 'x-jeton': 'a' }, referrerPolicy: 'unsafe-url' })
    }, `${widgets.origin}/prevol`)
    return (await preflights()) > before
  }
  const corsKnown = !(await asksFirst())
  const corsLearnt = !(await asksFirst())
  return {
    page,
    hstsKnown,
    hstsLearnt: !wentPlain('/apres'),
    tlsKnown,
    tlsLearnt: later.includes(true),
    corsKnown,
    corsLearnt,
  }
}

/** Whether an address whose answer may be kept gives the first answer to a second question. */
function answersAgain(page: Page, path: string): Promise<boolean> {
  return page.evaluate(async (address) => {
    const ask = async (word: string) => (await fetch(address, { headers: { 'x-jeton': word } })).text()
    const first = await ask('premier')
    return (await ask('second')) === first
  }, path)
}
