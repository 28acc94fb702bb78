import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer as createPlainServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { html, page } from './html.ts'

const run = promisify(execFile)

/** A site over TLS, with a certificate of its own making. */
export type SecureSite = {
  /** With `https:`. */
  origin: string
  /** The same host and port with `http:`: a browser told to use TLS alone never comes this way. */
  plainOrigin: string
  /** The authority that signed its certificate, as a PEM file: nobody trusts it unless a test says so. */
  authority: string
  /** One entry a TLS connection: whether it took up an earlier one again. */
  resumptions(): boolean[]
  /** Every request that came without TLS. */
  plainRequests(): string[]
  stop(): Promise<void>
}

const firstByteOfTls = 22

/**
 * Starts it on a free port of 127.0.0.1. `/durable` tells the browser to remember the site: TLS alone (HSTS) and where
 * to report failures (NEL), with what `jeton` says in the name of the place.
 * @param host a name that leads to this machine
 */
export async function startSecureSite(host: string): Promise<SecureSite> {
  const folder = await mkdtemp(join(tmpdir(), 'estran-site-'))
  const { key, cert, authority } = await makeCertificate(folder, host)
  const resumptions: boolean[] = []
  const plainRequests: string[] = []

  const answer: RequestListener = (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin)
    // One connection a request: the next one has to shake hands again.
    response.setHeader('connection', 'close')
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (pathname === '/durable') {
      const endpoints = [{ url: `${origin}/rapports?de=${searchParams.get('jeton')}` }]
      response.setHeader('strict-transport-security', 'max-age=31536000')
      response.setHeader('report-to', JSON.stringify({ group: 'reseau', max_age: 86_400, endpoints }))
      response.setHeader('nel', JSON.stringify({ report_to: 'reseau', max_age: 86_400 }))
    }
    response.end(
      page('Site sécurisé', 'Site sécurisé', html`<p role="status">${request.url ?? ''}</p>`).markup,
    )
  }
  const secure = createSecureServer({ key, cert }, answer)
  secure.on('secureConnection', (socket: TLSSocket) => resumptions.push(socket.isSessionReused()))
  const plain = createPlainServer((request, response) => {
    plainRequests.push(`${request.method} ${request.url}`)
    answer(request, response)
  })
  // Both on one port: a browser that turns http: into https: keeps the port.
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.once('data', (first) => {
      socket.pause()
      socket.unshift(first)
      ;(first[0] === firstByteOfTls ? secure : plain).emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the secure site listens on no port')
  const origin = `https://${host}:${address.port}`
  return {
    origin,
    plainOrigin: origin.replace('https:', 'http:'),
    authority,
    resumptions: () => [...resumptions],
    plainRequests: () => [...plainRequests],
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

/** An authority of two days and the certificate it signs, by openssl. */
async function makeCertificate(folder: string, host: string) {
  const at = (name: string) => join(folder, name)
  const request = (name: string, subject: string, extensions: string[]) => [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`), '-subj', `/CN=${subject}`],
    ...extensions.flatMap((extension) => ['-addext', extension]),
  ]
  await run('openssl', request('authority', 'Estran tests', ['keyUsage=critical,keyCertSign']))
  const signedBy = ['-CA', at('authority.pem'), '-CAkey', at('authority.key')]
  const extensions = [
    `subjectAltName=DNS:${host}`,
    'basicConstraints=critical,CA:FALSE',
    'extendedKeyUsage=serverAuth',
  ]
  await run('openssl', [...request('site', host, extensions), ...signedBy])
  return {
    key: await readFile(at('site.key')),
    cert: await readFile(at('site.pem')),
    authority: at('authority.pem'),
  }
}
