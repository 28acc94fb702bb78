import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { readPairingCode } from '../../../app/coordinator/pairing-code.ts'
import { onEachStore } from '../../doubles/each-store.ts'
import { type Network, network } from '../../doubles/network.ts'
import { passTime } from '../../doubles/pass-time.ts'

const { posts, post, siteCodes, sites } = coordinatorApi

/** A code of a new site, and a way to join by it. */
async function codeFor(net: Network, body: { posts: number; days: number }) {
  const siteId = await net.site('Dax')
  const { code } = await net.ask(siteCodes.make, { params: { siteId }, body })
  const secret = readPairingCode(code)?.secret ?? ''
  const join = async (name: string, id: string = randomUUID()) => {
    const { status, body: said } = await net.say(post.join, { body: { secret, self: { id, name } } }, {})
    return { status, ...(said as { postId?: string; token?: string }) }
  }
  return { siteId, secret, join }
}

const left = async (net: Network) => (await net.ask(siteCodes.list, {})).map(({ postsLeft }) => postsLeft)

onEachStore('site codes', (database) => {
  test('as many posts as it is for join by it, at once or not, and no more', async () => {
    const net = await network(await database())
    const { siteId, join } = await codeFor(net, { posts: 3, days: 7 })
    const joined = await Promise.all(['1', '2', '3', '4', '5'].map((name) => join(name)))
    expect(joined.map(({ status }) => status).sort()).toEqual([200, 200, 200, 403, 403])
    const list = await net.ask(posts.list, { query: {} })
    expect(list.map((one) => [one.siteId, one.pairing])).toEqual(Array(3).fill([siteId, 'paired']))
    expect(await left(net)).toEqual([])
    for (const { token = '' } of joined.filter(({ status }) => status === 200)) {
      expect((await net.say(post.days, {}, { token })).status).toBe(200)
    }
  })

  test('a post whose answer was lost asks again: it is the same post, and uses nothing more up', async () => {
    const net = await network(await database())
    const { join } = await codeFor(net, { posts: 1, days: 7 })
    const id = randomUUID()
    const [first, again] = [await join('Poste 1', id), await join('Poste 1', id)]
    expect(again).toMatchObject({ status: 200, postId: first.postId })
    expect((await net.say(post.days, {}, { token: first.token ?? '' })).status).toBe(401)
    expect((await net.say(post.days, {}, { token: again.token ?? '' })).status).toBe(200)
    expect((await join('Poste 2')).status).toBe(403)
  })

  test('a post that was revoked does not come back by itself, and its place stays free for another', async () => {
    const net = await network(await database())
    const { join } = await codeFor(net, { posts: 2, days: 7 })
    const id = randomUUID()
    const { postId = '' } = await join('Poste 1', id)
    await net.ask(posts.revoke, { params: { postId } })
    expect((await join('Poste 1', id)).status).toBe(403)
    expect(await left(net)).toEqual([1])
    expect((await join('Poste 2')).status).toBe(200)
  })

  test('a code that is too old, revoked or replaced lets nobody in', async () => {
    const net = await network(await database())
    const old = await codeFor(net, { posts: 5, days: 1 })
    const ended = await codeFor(net, { posts: 5, days: 60 })
    const replaced = await codeFor(net, { posts: 5, days: 60 })
    await net.ask(siteCodes.revoke, { params: { siteId: ended.siteId } })
    const params = { siteId: replaced.siteId }
    await net.ask(siteCodes.make, { params, body: { posts: 2, days: 60 } })
    expect((await left(net)).sort()).toEqual([2, 5])
    expect((await net.say(sites.remove, { params })).status).toBe(204)
    passTime(86_401)
    for (const { join } of [old, ended, replaced]) expect((await join('Poste 1')).status).toBe(403)
  })
})

test('the secret of a site is of no use to a post that does not say who it is', async () => {
  const net = await network()
  const { secret } = await codeFor(net, { posts: 1, days: 1 })
  expect((await net.say(post.join, { body: { secret } }, {})).status).toBe(403)
  expect(await left(net)).toEqual([1])
})
