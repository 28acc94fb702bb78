import { X509Certificate } from 'node:crypto'
import { Agent } from 'node:https'
import { isIP } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'

/** The server shows another certificate than the one this post was paired with. Nothing was said to it. */
export class WrongCertificate extends Error {}

const handshakeWithinSeconds = 10

/**
 * Connections to one server, known by its certificate and by nothing else: no authority, no name. A connection is handed
 * over only once the certificate is the right one, so that nothing, the token least of all, is said to another server.
 * @param fingerprint first bytes of the certificate's SHA-256, in hex
 */
export function pinnedAgent(fingerprint: string): Agent {
  const agent = new Agent({ maxCachedSessions: 0 })
  agent.createConnection = (options, handOver) => {
    const host = options.host ?? ''
    const socket = connect({
      host,
      port: Number(options.port),
      servername: isIP(host) === 0 ? host : '',
      // A certificate of the coordinator's own making is signed by nobody: the fingerprint decides, below.
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
    })
    const fail = (error: Error) => handOver?.(error, socket)
    socket.once('error', fail)
    socket.setTimeout(handshakeWithinSeconds * 1000, () => socket.destroy(new Error('no TLS handshake')))
    socket.once('secureConnect', () => {
      if (!fingerprintOf(socket).startsWith(fingerprint)) {
        socket.destroy(new WrongCertificate('another certificate than the one of the pairing'))
        return
      }
      socket.setTimeout(0)
      socket.off('error', fail)
      handOver?.(null, socket)
    })
    return null
  }
  return agent
}

function fingerprintOf(socket: TLSSocket): string {
  const { raw } = socket.getPeerCertificate()
  if (raw === undefined) return ''
  return new X509Certificate(raw).fingerprint256.replaceAll(':', '').toLowerCase()
}
