import { expect, test } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Route } from '../../../app/contracts/route.ts'
import { roles } from '../../../app/coordinator/role.ts'
import { type As, type Network, network, say } from '../../doubles/network.ts'

const routes: [string, Route][] = Object.entries(coordinatorApi).flatMap(([group, some]) =>
  Object.entries(some as Record<string, Route>).map(([name, route]): [string, Route] => [
    `${group}.${name}`,
    route,
  ]),
)
const closed = routes.filter(([, { access }]) => access !== 'anyone')
const forPeople = routes.filter(([, { access }]) => Array.isArray(access))
const changing = forPeople.filter(([, { method }]) => method !== 'GET')

/** A request that would do no harm if it were let in: its ids are of nothing. */
const request = (route: Route) => ({
  params: { postId: 'none', siteId: 'none', accountId: 'none', sessionId: 'none', day: '2026-11-22' },
  ...(route.method === 'GET' ? {} : { body: {} }),
})

async function expectRefused(net: Network, cases: [string, Route][], as: As, status: number): Promise<void> {
  const answered = await Promise.all(
    cases.map(async ([name, route]) => [name, (await net.say(route, request(route), as)).status]),
  )
  expect(Object.fromEntries(answered)).toEqual(Object.fromEntries(cases.map(([name]) => [name, status])))
}

test('every route but those of the door refuses whoever is unknown', async () => {
  const net = await network()
  expect(closed.length).toBeGreaterThan(25)
  await expectRefused(net, closed, {}, 401)
  await expectRefused(net, closed, { token: 'x'.repeat(43), cookie: `estran=${'x'.repeat(43)}` }, 401)
})

test('every route refuses each role that it is not for, and lets the others in', async () => {
  const net = await network()
  for (const role of roles) {
    const as = await net.account(role)
    const mine = forPeople.filter(([, { access }]) => (access as readonly string[]).includes(role))
    const others = forPeople.filter(([name]) => !mine.some(([own]) => own === name))
    await expectRefused(net, others, as, 403)
    const harmless = mine.filter(([name]) => !['me.signOut', 'me.sessions'].includes(name))
    for (const [name, route] of harmless) {
      const { status } = await net.say(route, request(route), as)
      expect([401, 403], name).not.toContain(status)
    }
  }
})

test('a post’s token opens the post’s routes alone, a person’s cookie none of them', async () => {
  const net = await network()
  const { token } = await net.post()
  const forPosts = routes.filter(([, { access }]) => access === 'post')
  await expectRefused(net, forPeople, { token }, 401)
  await expectRefused(net, forPosts, net.admin, 401)
  await expectRefused(net, [['service.metrics', coordinatorApi.service.metrics]], { token }, 401)
  expect((await net.say(coordinatorApi.post.days, {}, { token })).status).toBe(200)
})

test('a change is refused without its token, with another’s, and from another site’s page', async () => {
  const net = await network()
  const other = await net.account('admin')
  const { cookie = '', csrfToken = '' } = net.admin
  await expectRefused(net, changing, { cookie }, 403)
  await expectRefused(net, changing, { cookie, csrfToken: other.csrfToken ?? '' }, 403)
  for (const origin of ['https://ailleurs.example', 'null', `${net.coordinator.address}1`]) {
    await expectRefused(net, changing, { cookie, csrfToken, headers: { origin } }, 403)
  }
  const own = { cookie, csrfToken, headers: { origin: net.coordinator.address } }
  expect((await net.say(coordinatorApi.sites.create, { body: { name: 'Ici' } }, own)).status).toBe(200)
})

test('nothing but metrics is in the metrics, and they want their token', async () => {
  const net = await network()
  await net.post('Poste caché')
  const { status, body } = await net.say(coordinatorApi.service.metrics, {}, { token: 'metrics-token' })
  expect(status).toBe(200)
  expect(body).toContain('estran_linked_posts 0')
  expect(body).toContain('route="/api/posts"')
  expect(body).not.toContain('Poste caché')
})

test('the description names every route, its fields and who may ask', async () => {
  const net = await network()
  const { paths } = (await net.ask(coordinatorApi.service.openApi, {})) as { paths: Record<string, object> }
  for (const [name, { path, method }] of routes) {
    const described = paths[path.replace(/:(\w+)/g, '{$1}')] as Record<string, { operationId: string }>
    expect(described?.[method.toLowerCase()]?.operationId).toBe(name)
  }
  expect(paths).toMatchObject({
    '/api/accounts': {
      post: {
        requestBody: {
          content: { 'application/json': { schema: { properties: { password: { minLength: 12 } } } } },
        },
      },
    },
  })
})

test('an address that is nothing is a problem, not a page', async () => {
  const { coordinator } = await network()
  const { status, body } = await say(
    coordinator.address,
    { ...coordinatorApi.me.get, path: '/api/nothing' },
    {},
  )
  expect([status, body]).toEqual([404, expect.objectContaining({ status: 404, type: 'about:blank' })])
})

test('one session or post that asks without end is slowed down, the others are not', async () => {
  const net = await network()
  const other = await net.account('admin')
  const statuses: number[] = []
  for (let asked = 0; asked < 26; asked++) {
    const some = Array.from({ length: 25 }, () => net.say(coordinatorApi.me.get, {}))
    statuses.push(...(await Promise.all(some)).map(({ status }) => status))
  }
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(500)
  expect(statuses.at(-1)).toBe(429)
  expect((await net.say(coordinatorApi.me.get, {}, other)).status).toBe(200)
})
