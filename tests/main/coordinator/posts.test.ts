import { expect, test } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { readPairingCode } from '../../../app/coordinator/pairing-code.ts'
import { onEachStore } from '../../doubles/each-store.ts'
import { linkPost } from '../../doubles/linked-post.ts'
import { network } from '../../doubles/network.ts'
import { passTime } from '../../doubles/pass-time.ts'

const { posts, post, sites } = coordinatorApi
const alone = 'am/session/help=alone/end=person'
const secretOf = (code: string) => readPairingCode(code)?.secret ?? ''

onEachStore('posts', (database) => {
  test('a pairing code says where the coordinator is, and lets one post in, once', async () => {
    const net = await network(await database())
    const { code } = await net.ask(posts.pair, { body: { name: 'Poste 1', siteId: await net.site('Dax') } })
    const { host, port, fingerprint, secret = '' } = readPairingCode(code) ?? {}
    expect([`http://${host}:${port}`, fingerprint]).toEqual([net.coordinator.address, null])
    const tries = await Promise.all([1, 2, 3].map(() => net.say(post.join, { body: { secret } }, {})))
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 403, 403])
    expect(tries.find(({ status }) => status === 200)?.body).toMatchObject({ name: 'Poste 1', site: 'Dax' })
  })

  test('a pairing code that nobody used in an hour is worth nothing', async () => {
    const net = await network(await database())
    const { code } = await net.ask(posts.pair, { body: { name: 'Poste 1', siteId: await net.site() } })
    passTime(3601)
    expect((await net.say(post.join, { body: { secret: secretOf(code) } }, {})).status).toBe(403)
  })

  test('a revoked token is worth nothing at once, on its open link too, whoever replays it', async () => {
    const net = await network(await database())
    const { id, token } = await net.post()
    const link = await linkPost(net.coordinator.address, token)
    await net.ask(posts.revoke, { params: { postId: id } })
    expect(await link.closed).toBe(4001)
    const body = { seriesone: { [alone]: 1 } }
    expect((await net.say(post.tellDay, { params: { day: '2026-11-22' }, body }, { token })).status).toBe(401)
    await expect(linkPost(net.coordinator.address, token)).rejects.toThrow('401')
    expect((await net.say(posts.command, { params: { postId: id }, body: { do: 'close' } })).status).toBe(409)
  })

  test('a post installed again keeps its name and its counts; its old token ends', async () => {
    const net = await network(await database())
    const before = await net.post()
    const params = { day: '2026-11-22' }
    await net.ask(post.tellDay, { params, body: { seriesone: { [alone]: 3 } } }, { token: before.token })
    const { code } = await net.ask(posts.pairAgain, { params: { postId: before.id } })
    expect((await net.say(post.days, {}, { token: before.token })).status).toBe(200)
    const { token } = await net.ask(post.join, { body: { secret: secretOf(code) } }, {})
    expect((await net.say(post.days, {}, { token: before.token })).status).toBe(401)
    await net.ask(post.tellDay, { params, body: { seriestwo: { [alone]: 1 } } }, { token })
    expect(await net.ask(post.days, { query: {} }, { token })).toEqual({
      '2026-11-22': { seriesone: 3, seriestwo: 1 },
    })
  })

  test('an account of one site sees and commands the posts of that site alone', async () => {
    const net = await network(await database())
    const [here, there] = [await net.site('Ici'), await net.site('Là')]
    const [mine, theirs] = [await net.post('A', here), await net.post('B', there)]
    const desk = await net.account('reception', here)
    expect((await net.ask(posts.list, { query: {} }, desk)).map(({ id }) => id)).toEqual([mine.id])
    expect((await net.ask(sites.list, {}, desk)).map(({ id }) => id)).toEqual([here])
    expect((await net.say(posts.list, { query: { siteId: there } }, desk)).status).toBe(404)
    const close = (postId: string) =>
      net.say(posts.command, { params: { postId }, body: { do: 'close' } }, desk)
    expect([(await close(theirs.id)).status, (await close(mine.id)).status]).toEqual([404, 200])
  })

  test('sites come from the national file, are renamed by it, and none is doubled', async () => {
    const net = await network(await database())
    const bringIn = (...names: string[]) =>
      net.ask(sites.import, {
        body: { sites: names.map((name, n) => ({ nationalId: `n${n}`, name, commune: 'Dax' })) },
      })
    expect(await bringIn('A', 'B')).toEqual({ added: 2, renamed: 0, same: 0 })
    expect(await bringIn('A', 'B bis', 'C')).toEqual({ added: 1, renamed: 1, same: 1 })
    const list = await net.ask(sites.list, {})
    expect(list.map(({ name }) => name)).toEqual(['A', 'B bis', 'C'])
    const [siteId = '', , unused = ''] = list.map(({ id }) => id)
    await net.post('Poste 1', siteId)
    expect((await net.say(sites.remove, { params: { siteId } })).status).toBe(409)
    expect((await net.say(sites.remove, { params: { siteId: unused } })).status).toBe(204)
  })

  test('names are text, whatever they look like', async () => {
    const net = await network(await database())
    const names = [`'; drop table posts; --`, '<script>alert(1)</script>', '" or 1=1', '\\u0000 %27']
    const siteId = await net.site()
    for (const name of names) await net.ask(posts.pair, { body: { name, siteId } })
    const said = await net.say(posts.list, {})
    expect((said.body as { name: string }[]).map(({ name }) => name).sort()).toEqual([...names].sort())
    expect(said.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(said.headers.get('x-content-type-options')).toBe('nosniff')
    expect(said.headers.get('content-security-policy')).toContain("default-src 'none'")
    for (const secret of names) expect((await net.say(post.join, { body: { secret } }, {})).status).toBe(403)
    expect((await net.say(posts.list, { query: { siteId: `' or 1=1 --` } })).status).toBe(400)
  })
})

test('wrong input is refused, field by field, and repeated to nobody', async () => {
  const net = await network()
  const { token } = await net.post()
  const asked: [number, string[], Parameters<typeof net.say>][] = [
    [400, ['body.name', 'body.siteId'], [posts.pair, { body: { name: '' } }]],
    [400, ['body.name'], [posts.pair, { body: { name: 'a\u0000b', siteId: 'x' } }]],
    [400, ['body.extra'], [sites.create, { body: { name: 'A', extra: 1 } }]],
    [400, ['params.day'], [post.tellDay, { params: { day: '2026-13-01' }, body: {} }, { token }]],
    [
      400,
      ['body.seriesone.x/y'],
      [post.tellDay, { params: { day: '2026-11-22' }, body: { seriesone: { 'x/y': 1 } } }, { token }],
    ],
    [
      400,
      [`body.seriesone.${alone}`],
      [post.tellDay, { params: { day: '2026-11-22' }, body: { seriesone: { [alone]: -1 } } }, { token }],
    ],
    [400, ['query.colour'], [posts.list, { query: { colour: 'red' } }]],
    [400, ['body.turn'], [posts.command, { params: { postId: 'x' }, body: { do: 'end' } }]],
  ]
  for (const [status, fields, [route, request, as]] of asked) {
    const said = await net.say(route, request, as)
    expect(said.status).toBe(status)
    expect(said.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect((said.body as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual(fields)
  }
})

test('a body too large, not JSON, or broken is refused before anything is done', async () => {
  const net = await network()
  const large = await net.say(sites.create, { body: { name: 'x'.repeat(70_000) } })
  expect([large.status, (large.body as { title: string }).title]).toEqual([413, 'Too large'])
  const headers = { cookie: net.admin.cookie ?? '', 'x-csrf-token': net.admin.csrfToken ?? '' }
  const send = async (type: string, body: string) => {
    const address = `${net.coordinator.address}/api/sites`
    return (await fetch(address, { method: 'POST', headers: { ...headers, 'content-type': type }, body }))
      .status
  }
  expect(await send('text/plain', '{"name":"A"}')).toBe(415)
  expect(await send('application/x-www-form-urlencoded', 'name=A')).toBe(415)
  expect(await send('application/json', '{"name":')).toBe(400)
  expect(await send('application/json', '{"__proto__":{"name":"A"},"name":"B"}')).toBe(400)
  expect(await net.ask(sites.list, {})).toEqual([])
})
