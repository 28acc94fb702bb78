import { request } from 'node:http'
import type { Socket } from 'node:net'
import type { Destination } from './socks.ts'

/**
 * A connection by the structure's own proxy, asked for with CONNECT (RFC 9110, 9.3.6).
 * @throws when the proxy does not answer, or refuses
 */
export function openThrough(proxy: Destination, { host, port }: Destination): Promise<Socket> {
  const path = `${host.includes(':') ? `[${host}]` : host}:${port}`
  return new Promise((resolve, reject) => {
    const asked = request({ ...proxy, method: 'CONNECT', path, headers: { host: path }, agent: false })
    asked.once('error', reject)
    // A proxy that wants a password answers 407: it must know the post by its address instead.
    asked.once('response', ({ statusCode }) => reject(new Error(`the proxy answered ${statusCode}`)))
    asked.once('connect', ({ statusCode }, socket: Socket, rest) => {
      if (statusCode !== 200) {
        socket.destroy()
        return reject(new Error(`the proxy answered ${statusCode}`))
      }
      if (rest.length > 0) socket.unshift(rest)
      resolve(socket)
    })
    asked.end()
  })
}
