import { Person } from '../../e2e/person.ts'
import type { Post } from '../../e2e/post.ts'
import { expect, test } from './fixtures.ts'

const bigDatabaseBytes = 50_000_000
const leastKinds = 25

test('what a page stores: cookies, storage, databases, workers, frames of third parties, forms, history', async ({
  post,
  canaries,
  sites,
  end,
  restart,
}) => {
  const person = new Person(post)
  await person.begin()
  const page = await person.goUnwatched(
    await person.signInOnAllocations(sites.allocations),
    sites.allocations,
    `/stockage?jeton=${canaries.token}&gros=${bigDatabaseBytes}`,
  )
  // A visitor keeps no HTTP cache: two kinds of the page's own count are never planted.
  await expect(page.getByRole('status')).toHaveText(/Stockage (prêt|incomplet)\s: 2[6-8] sortes/)
  await page.evaluate((title) => {
    document.title = title
  }, canaries.plant('title-of-a-page'))
  const seen = await canaries.seen('before')
  expect(new Set(seen.map((hit) => hit.artefact)).size, 'kinds found before the end').toBeGreaterThan(
    leastKinds,
  )

  const readsNothing = async (on: Post) => {
    const next = new Person(on)
    await next.begin()
    const home = await next.open('Allocations', sites.allocations)
    const reading = await next.goUnwatched(home, sites.allocations, '/lecture')
    await expect(reading.getByRole('status'), 'what the next person’s pages can read').toHaveText(
      /Rien ne reste/,
    )
  }
  await end(post)
  await readsNothing(post)
  await readsNothing(await restart(post))
  canaries.expectGone()
})
