import { expect, test } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { onEachStore } from '../../doubles/each-store.ts'
import {
  type Network,
  network,
  password,
  say,
  settingsIn,
  signedIn,
  speakTo,
  startInTest,
} from '../../doubles/network.ts'
import { passTime } from '../../doubles/pass-time.ts'
import { temporaryFolder } from '../../doubles/temporary-folder.ts'

const { door, me, accounts, audit } = coordinatorApi

const signIn = (net: Network, name: string, typed: string, cookie?: string) =>
  say(net.coordinator.address, door.signIn, { body: { name, password: typed } }, cookie ? { cookie } : {})

onEachStore('accounts', (database) => {
  test('the first admin is made once, with the printed code alone', async () => {
    const coordinator = await startInTest({ ...settingsIn(await temporaryFolder()), ...(await database()) })
    const make = (code: string, name: string) =>
      say(coordinator.address, door.makeFirstAdmin, { body: { code, name, password } })
    expect((await make('0000-0000-0000-0000', 'intrus')).status).toBe(403)
    const made = await make(coordinator.firstAdminCode?.toLowerCase() ?? '', 'admin')
    expect(made.status).toBe(200)
    expect((await make(coordinator.firstAdminCode ?? '', 'intrus')).status).toBe(409)
    const net = speakTo(coordinator, signedIn(made))
    expect((await net.ask(accounts.list, {})).map(({ name, role }) => [name, role])).toEqual([
      ['admin', 'admin'],
    ])
  })

  test('the last admin can neither be removed, disabled nor demoted', async () => {
    const net = await network(await database())
    const [{ id: accountId = '' } = {}] = await net.ask(accounts.list, {})
    expect((await net.say(accounts.remove, { params: { accountId } })).status).toBe(409)
    for (const body of [{ disabled: true }, { role: 'reception' }]) {
      expect((await net.say(accounts.change, { params: { accountId }, body })).status).toBe(409)
    }
    await net.account('admin')
    expect(
      (await net.say(accounts.change, { params: { accountId }, body: { role: 'reception' } })).status,
    ).toBe(200)
  })

  test('an admin sees every site, and is not said to see one', async () => {
    const net = await network(await database())
    const siteId = await net.site()
    const body = { name: 'Chef', password, role: 'admin', siteId }
    expect((await net.say(accounts.create, { body })).status).toBe(409)
    const { account } = await net.ask(me.get, {}, await net.account('reception', siteId))
    const promote = (fields: object) =>
      net.say(accounts.change, { params: { accountId: account.id }, body: { role: 'admin', ...fields } })
    expect((await promote({})).status).toBe(409)
    expect((await promote({ siteId: null })).status).toBe(200)
    expect(
      (await net.say(accounts.create, { body: { ...body, role: 'reception', siteId: 'none' } })).status,
    ).toBe(404)
  })

  test('sessions end: signed out, revoked, account disabled, password changed', async () => {
    const net = await network(await database())
    const ended = async (as: Parameters<Network['ask']>[2]) => (await net.say(me.get, {}, as)).status
    const name = 'reception 1'
    const first = await net.account('reception')
    const again = async () => signedIn(await signIn(net, name, password))
    const [second, third] = [await again(), await again()]
    const accountId = (await net.ask(me.get, {}, first)).account.id

    await net.ask(me.signOut, {}, first)
    expect(await ended(first)).toBe(401)
    const others = (await net.ask(me.sessions, {}, second)).filter(({ current }) => !current)
    expect(others).toHaveLength(1)
    await net.ask(me.endSession, { params: { sessionId: others[0]?.id ?? '' } }, second)
    expect([await ended(third), await ended(second)]).toEqual([401, 200])

    const fourth = await again()
    await net.ask(me.changePassword, { body: { current: password, next: `${password}!` } }, fourth)
    expect([await ended(second), await ended(fourth)]).toEqual([401, 200])
    await net.ask(accounts.change, { params: { accountId }, body: { disabled: true } })
    expect(await ended(fourth)).toBe(401)
    expect((await signIn(net, name, `${password}!`)).status).toBe(401)
  })

  test('a browser that was left alone for four hours, or signed in for twelve, is signed in no more', async () => {
    const net = await network(await database())
    const status = async () => (await net.say(me.get, {})).status
    for (let hour = 0; hour < 11; hour++) {
      passTime(3600)
      expect(await status()).toBe(200)
    }
    passTime(3600)
    expect(await status()).toBe(401)
    const { cookie = '', csrfToken = '' } = signedIn(await signIn(net, 'admin', password))
    passTime(4 * 3600)
    expect((await net.say(me.get, {}, { cookie, csrfToken })).status).toBe(401)
  })

  test('wrong passwords slow their sender down, and never lock the account’s own desk out', async () => {
    const net = await network(await database())
    const { cookie = '' } = await net.account('reception')
    const known = cookie.split('; ').find((one) => one.startsWith('estran-known=')) ?? ''
    const name = 'reception 1'
    for (let n = 0; n < 3; n++) expect((await signIn(net, name, 'faux faux faux')).status).toBe(401)
    const late = await signIn(net, name, password)
    expect(late.status).toBe(429)
    expect(late.body).toMatchObject({ retryAfterSeconds: 30 })
    expect(late.headers.get('retry-after')).toBe('30')
    // From the very same address, the browser in which it was signed in before.
    expect((await signIn(net, name, password, known)).status).toBe(200)
    // Another account's browser is no help.
    const other = (await net.account('coordinator')).cookie ?? ''
    expect((await signIn(net, name, password, other)).status).toBe(429)
  })

  test('an account that is not there is answered as a wrong password is', async () => {
    const net = await network(await database())
    const [absent, wrong] = [await signIn(net, 'personne', password), await signIn(net, 'admin', 'faux')]
    expect([absent.status, absent.body]).toEqual([wrong.status, wrong.body])
  })

  test('nothing in the lists can be used to sign in, and the audit says who did what', async () => {
    const net = await network(await database())
    await net.account('reception')
    const shown = JSON.stringify([await net.ask(accounts.list, {}), await net.ask(me.sessions, {})])
    expect(shown).not.toMatch(/scrypt|token|hash/i)
    const entries = await net.ask(audit.list, { query: {} })
    expect(entries.map(({ account, action, subject }) => [account, action, subject])).toEqual([
      ['reception 1', 'account.signIn', 'reception 1'],
      ['admin', 'account.create', 'reception 1'],
      ['admin', 'account.signIn', 'admin'],
      ['admin', 'account.create', 'admin'],
    ])
  })
})

test('many unknown ones at one address are slowed down at the door', async () => {
  const net = await network()
  const guesses = await Promise.all(
    Array.from({ length: 70 }, (_, n) =>
      say(net.coordinator.address, coordinatorApi.post.join, { body: { secret: `${n}` } }),
    ),
  )
  const statuses = guesses.map(({ status }) => status)
  expect(statuses.filter((status) => status === 403).length).toBeGreaterThan(50)
  expect(statuses).toContain(429)
  expect((await net.say(me.get, {})).status).toBe(200)
})
