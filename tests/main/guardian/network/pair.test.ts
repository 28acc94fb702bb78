import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { coordinatorApi } from '../../../../app/contracts/coordinator-api.ts'
import { linkApi } from '../../../../app/contracts/coordinator-link.ts'
import { readPairingCode, writePairingCode } from '../../../../app/coordinator/pairing-code.ts'
import { fingerprintOf, ownCertificate } from '../../../../main/coordinator/certificate.ts'
import { askCoordinator } from '../../../../main/guardian/network/ask-coordinator.ts'
import { openLink } from '../../../../main/guardian/network/link.ts'
import { pair } from '../../../../main/guardian/network/pair.ts'
import { pairingFileIn, readPairing } from '../../../../main/guardian/network/pairing-file.ts'
import { WrongCertificate } from '../../../../main/guardian/network/pinned-agent.ts'
import { network } from '../../../doubles/network.ts'
import '../../../doubles/own-certificates.ts'
import '../../../doubles/silent-log.ts'
import { temporaryFolder } from '../../../doubles/temporary-folder.ts'

const { posts, sites } = coordinatorApi

/** A coordinator with TLS of its own making, and a new code of it. */
async function withCode() {
  const net = await network({ plainHttp: false, address: '127.0.0.1' })
  const { id: siteId } = await net.ask(sites.list, { query: {} }).then(async ([first]) => {
    return first ?? { id: await net.site('Médiathèque') }
  })
  const { code } = await net.ask(posts.pair, { body: { name: 'Poste 1', siteId } })
  return { net, code }
}

/** A server with a certificate of its own that writes down all it is told. */
async function listener() {
  const certificate = await ownCertificate(await temporaryFolder(), '127.0.0.1')
  const heard: string[] = []
  const server: Server = createServer(certificate, (request, response) => {
    heard.push(`${request.method} ${request.headers.authorization ?? ''}`)
    response.writeHead(500).end()
  })
  server.on('secureConnection', (socket) => socket.on('data', (data) => heard.push(String(data))))
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.headers.authorization}`)
    socket.destroy()
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { host: '127.0.0.1', port, fingerprint: fingerprintOf(certificate).slice(0, 32), heard }
}

const otherFingerprint = 'ab'.repeat(16)

test('a code lets a post in once; its token is kept where only the service user reads it', async () => {
  const { net, code } = await withCode()
  const folder = join(await temporaryFolder(), 'state')
  const paired = await pair(code, folder)
  expect(paired).toMatchObject({ is: 'paired', name: 'Poste 1', site: 'Médiathèque' })
  const file = pairingFileIn(folder)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const kept = await readPairing(file)
  expect(kept?.token).toHaveLength(43)
  expect(kept?.fingerprint).toBe(net.coordinator.fingerprint?.slice(0, 32))

  const again = await pair(code, await temporaryFolder())
  expect(again).toMatchObject({
    is: 'refused',
    problem: expect.stringContaining('ask an admin for a new one'),
  })
  expect(JSON.stringify(again)).not.toContain(readPairingCode(code)?.secret)
})

test('a mistyped code is told, and nothing is asked with it', async () => {
  const { code } = await withCode()
  const folder = await temporaryFolder()
  const wrong = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')
  expect(await pair(wrong, folder)).toMatchObject({ is: 'wrongCode' })
  expect(await pair('bonjour', folder)).toMatchObject({ is: 'wrongCode' })
  expect(await pair(code, folder)).toMatchObject({ is: 'paired' })
})

test('a coordinator without TLS is believed on this machine alone', async () => {
  const code = writePairingCode({ host: '192.0.2.1', port: 7443, fingerprint: null, secret: '00'.repeat(10) })
  expect(await pair(code, await temporaryFolder())).toMatchObject({
    is: 'wrongCode',
    problem: expect.stringContaining('without TLS'),
  })
})

test('a coordinator that is away is told by address and cure', async () => {
  const code = writePairingCode({ host: '127.0.0.1', port: 1, fingerprint: null, secret: '00'.repeat(10) })
  expect(await pair(code, await temporaryFolder())).toMatchObject({
    is: 'notReached',
    problem: expect.stringMatching(/^127\.0\.0\.1:1: cannot be reached \(ECONNREFUSED\)\. Check/),
  })
})

test('a state folder that takes no file is told before the code is used up', async () => {
  const { code } = await withCode()
  const file = join(await temporaryFolder(), 'a-file')
  await writeFile(file, '')
  expect(await pair(code, join(file, 'state'))).toMatchObject({ is: 'notWritten' })
  expect(await pair(code, await temporaryFolder())).toMatchObject({ is: 'paired' })
})

test('another server than the one of the code hears nothing: no secret, no token, not a byte', async () => {
  const { heard, ...server } = await listener()
  const folder = await temporaryFolder()
  const code = writePairingCode({ ...server, fingerprint: otherFingerprint, secret: '12'.repeat(10) })
  expect(await pair(code, folder)).toMatchObject({
    is: 'refused',
    problem: expect.stringContaining('another certificate'),
  })
  await expect(readFile(pairingFileIn(folder))).rejects.toThrow('ENOENT')

  const elsewhere = { ...server, fingerprint: otherFingerprint }
  const asked = askCoordinator(elsewhere, linkApi.post.days, { query: {} }, 'a-token')
  await expect(asked).rejects.toThrow(WrongCertificate)
  const end = await new Promise((resolve) => linkTo({ ...elsewhere, token: 'a-token' }, resolve))
  expect(end).toBe('wrongCertificate')
  expect(heard).toEqual([])
})

test('the server of the code does hear the token', async () => {
  const { heard, ...server } = await listener()
  await expect(askCoordinator(server, linkApi.post.days, { query: {} }, 'a-token')).rejects.toThrow()
  await new Promise((resolve) => linkTo({ ...server, token: 'a-token' }, resolve))
  expect(heard.join('\n')).toContain('GET Bearer a-token')
  expect(heard.join('\n')).toContain('upgrade Bearer a-token')
})

function linkTo(pairing: Parameters<typeof openLink>[0], onEnd: (end: string) => void) {
  return openLink(pairing, { onOpen: () => {}, onCommand: () => {}, onHeard: () => {}, onEnd })
}
