import { writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { coordinatorApi } from '../../../../app/contracts/coordinator-api.ts'
import type { Command } from '../../../../app/coordinator/command.ts'
import { pair } from '../../../../main/guardian/network/pair.ts'
import { pairingFileIn, readPairing, writePairing } from '../../../../main/guardian/network/pairing-file.ts'
import { type Network, network } from '../../../doubles/network.ts'
import {
  activeSession,
  countsOfAUse,
  freePost,
  type NetworkedPost,
  networkedPost,
  oldRuntime,
} from '../../../doubles/networked-post.ts'
import '../../../doubles/own-certificates.ts'
import '../../../doubles/silent-log.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const { posts, post: link } = coordinatorApi

const soon = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 20_000 })
const stands = (post: NetworkedPost, standing: string | null) =>
  soon(() => expect(post.network().standing()).toBe(standing))

/** A post that a real coordinator, with TLS, has let in while it runs. */
async function pairedPost() {
  const net = await network({ plainHttp: false, address: '127.0.0.1' })
  const siteId = await net.site()
  const { postId, code } = await net.ask(posts.pair, { body: { name: 'Poste 1', siteId } })
  const post = await networkedPost(await temporaryFolder())
  expect(post.network().standing()).toBe(null)
  expect(await pair(code, post.stateFolder)).toMatchObject({ is: 'paired' })
  await stands(post, 'connected')
  return { net, post, postId }
}

const seen = async (net: Network, postId: string) =>
  (await net.ask(posts.list, { query: {} })).find(({ id }) => id === postId)
const command = async (net: Network, postId: string, body: Command) =>
  (await net.ask(posts.command, { params: { postId }, body })).outcome

/** How many of its counts the coordinator holds. */
async function held(post: NetworkedPost, net: Network): Promise<number> {
  const { token } = (await readPairing(pairingFileIn(post.stateFolder))) ?? {}
  if (token === undefined) throw new Error('not paired')
  const days = await net.ask(link.days, { query: {} }, { token })
  return Object.values(days)
    .flatMap((series) => Object.values(series))
    .reduce((sum, total) => sum + total, 0)
}

test('reception sees the state of a post and the browser in it, and nothing of what a person does there', async () => {
  const { net, post, postId } = await pairedPost()
  const told = { reachable: true, state: freePost, runtime: oldRuntime }
  await soon(async () => expect(await seen(net, postId)).toMatchObject(told))
  post.follow(activeSession)
  await soon(async () =>
    expect((await seen(net, postId))?.state).toEqual({
      at: 'inUse',
      because: null,
      minutesLeft: 25,
      turn: 'turn1',
      attention: [],
    }),
  )
})

test('what reception asks is done on the post within two seconds, for the person it is meant for', async () => {
  const { net, post, postId } = await pairedPost()
  post.follow(activeSession)
  await soon(async () => expect((await seen(net, postId))?.state?.turn).toBe('turn1'))

  expect(await command(net, postId, { do: 'message', turn: 'turn1', text: 'On ferme à midi.' })).toBe('done')
  expect(post.reception().message()).toBe('On ferme à midi.')
  expect(await command(net, postId, { do: 'extend', turn: 'turn1' })).toBe('done')
  expect(await command(net, postId, { do: 'end', turn: 'turn1' })).toBe('done')
  expect(await command(net, postId, { do: 'end', turn: 'turn0' })).toBe('anotherTurn')
  expect(await command(net, postId, { do: 'close' })).toBe('done')
  expect(post.events).toEqual([
    { type: 'staffExtended' },
    { type: 'endDue', cause: 'staff' },
    { type: 'restAsked' },
  ])

  post.follow({ at: 'outOfService', reason: { because: 'staff' } })
  expect(post.reception().message()).toBe(null)
  expect(await command(net, postId, { do: 'open' })).toBe('done')
  expect(post.events.at(-1)).toEqual({ type: 'retryAsked' })
})

test('what is counted is told, without anybody asking', async () => {
  const { net, post } = await pairedPost()
  await post.count('2026-11-16', 3)
  await soon(async () => expect(await held(post, net)).toBe(3 * countsOfAUse))
  expect(await post.counted()).toBe(3 * countsOfAUse)
})

test('a revoked post says so to staff, goes on counting, and tells all of it once it is paired again', async () => {
  const { net, post, postId } = await pairedPost()
  await post.count('2026-11-16', 2)
  await soon(async () => expect(await held(post, net)).toBe(2 * countsOfAUse))
  await net.ask(posts.revoke, { params: { postId } })
  await stands(post, 'refused')
  await post.count('2026-11-17', 2)
  const { code } = await net.ask(posts.pairAgain, { params: { postId } })
  expect(await pair(code, post.stateFolder)).toMatchObject({ is: 'paired' })
  await stands(post, 'connected')
  await soon(async () => expect(await held(post, net)).toBe(4 * countsOfAUse))
})

test('two posts with one token: the earlier one steps back, and its staff are told', async () => {
  const { post } = await pairedPost()
  const copy = await networkedPost(await temporaryFolder())
  const pairing = await readPairing(pairingFileIn(post.stateFolder))
  if (pairing === null) throw new Error('not paired')
  await writePairing(pairingFileIn(copy.stateFolder), pairing)
  await stands(copy, 'connected')
  await stands(post, 'replaced')
})

test('a server with another certificate than at pairing is told nothing, and staff are told why', async () => {
  const { net, post } = await pairedPost()
  const pairing = await readPairing(pairingFileIn(post.stateFolder))
  if (pairing === null) throw new Error('not paired')
  await writePairing(pairingFileIn(post.stateFolder), { ...pairing, fingerprint: 'ab'.repeat(16) })
  await stands(post, 'wrongCertificate')
  await post.count('2026-11-16', 1)
  await writePairing(pairingFileIn(post.stateFolder), pairing)
  await stands(post, 'connected')
  await soon(async () => expect(await held(post, net)).toBe(countsOfAUse))
})

test('a pairing that cannot be read is told; without one there is nothing to tell', async () => {
  const post = await networkedPost(await temporaryFolder())
  await writeFile(pairingFileIn(post.stateFolder), '{"host":"127.0.0.1"}')
  await stands(post, 'unreadable')
})

test('a coordinator that says what is in no contract moves nothing', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const sayings = [
    '{"type":"command","commandId":"a","command":{"do":"end","turn":"turn1","address":"https://a.fr"}}',
    '{"type":"command","commandId":"b","command":{"do":"run","line":"rm"}}',
    'x'.repeat(100_000),
    '{',
  ]
  const closed: number[] = []
  server.on('connection', (socket) => {
    socket.on('close', (code) => closed.push(code))
    socket.on('error', () => {})
    socket.send(sayings[closed.length] ?? '')
  })
  const post = await networkedPost(await temporaryFolder())
  post.follow(activeSession)
  const { port } = server.address() as AddressInfo
  await writePairing(pairingFileIn(post.stateFolder), {
    host: '127.0.0.1',
    port,
    fingerprint: null,
    token: 'a',
  })
  for (let said = 1; said <= sayings.length; said++) {
    await soon(() => expect(closed.length).toBeGreaterThanOrEqual(said))
    post.passTime(300)
  }
  expect(post.events).toEqual([])
  expect(post.reception().message()).toBe(null)
})

test('a connection on which nothing is heard any more is given up', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  const post = await networkedPost(await temporaryFolder())
  const { port } = server.address() as AddressInfo
  await writePairing(pairingFileIn(post.stateFolder), {
    host: '127.0.0.1',
    port,
    fingerprint: null,
    token: 'a',
  })
  await stands(post, 'connected')
  post.passTime(21)
  await stands(post, 'unreachable')
  await soon(() => expect(connections).toBe(2))
})
