import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { request } from 'node:https'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { expect, test } from 'vitest'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import { fingerprintOf, ownCertificate } from '../../../main/coordinator/certificate.ts'
import { password, settingsIn, startInTest } from '../../doubles/network.ts'
import { temporaryFolder } from '../../doubles/temporary-folder.ts'

/** The fingerprint of what a server shows. */
async function look(address: string): Promise<{ fingerprint: string; status: number | undefined }> {
  const asked = request(`${address}/api/me`, { rejectUnauthorized: false })
  asked.end()
  const [response] = await once(asked, 'response')
  const socket = asked.socket as TLSSocket
  const fingerprint = socket.getPeerX509Certificate()?.fingerprint256.replaceAll(':', '').toLowerCase() ?? ''
  response.resume()
  return { fingerprint, status: response.statusCode }
}

test('the certificate made at the first start is shown then and ever after', async () => {
  const settings = { ...settingsIn(await temporaryFolder()), plainHttp: false, address: '127.0.0.1' }
  const first = await startInTest(settings)
  expect(first.address).toMatch(/^https:/)
  expect(await look(first.address)).toEqual({ fingerprint: first.fingerprint, status: 401 })
  await first.stop()
  const second = await startInTest(settings)
  expect(second.fingerprint).toBe(first.fingerprint)
  const { mode } = await stat(join(settings.folder, 'certificate.json'))
  expect(mode & 0o077).toBe(0)
})

test('over TLS, cookies stay with this very host, out of reach of scripts and of other sites', async () => {
  const settings = { ...settingsIn(await temporaryFolder()), plainHttp: false, address: '127.0.0.1' }
  const { address, firstAdminCode } = await startInTest(settings)
  const asked = request(`${address}${coordinatorApi.door.makeFirstAdmin.path}`, {
    method: 'POST',
    rejectUnauthorized: false,
    headers: { 'content-type': 'application/json' },
  })
  asked.end(JSON.stringify({ code: firstAdminCode, name: 'admin', password }))
  const [response] = await once(asked, 'response')
  response.resume()
  expect(response.statusCode).toBe(200)
  expect(response.headers['set-cookie']).toEqual([
    expect.stringMatching(/^__Host-estran=[^;]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
    expect.stringMatching(
      /^__Host-estran-known=[^;]{43}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    ),
  ])
})

test('each coordinator makes a certificate of its own', async () => {
  const made = await Promise.all(
    [1, 2].map(async () => fingerprintOf(await ownCertificate(await temporaryFolder(), 'posts.example'))),
  )
  expect(new Set(made).size).toBe(2)
})

test('plain HTTP is spoken on this machine alone', async () => {
  const { address } = await startInTest(settingsIn(await temporaryFolder()))
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:/)
  const elsewhere = address.replace('127.0.0.1', '127.0.0.2')
  await expect(fetch(`${elsewhere}/health`)).rejects.toThrow()
})
