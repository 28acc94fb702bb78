import { connect, createServer, isIP, type LookupFunction, type Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { openThrough } from './connect-request.ts'
import { type Destination, readDestination, reply } from './socks.ts'

/** What decides about a connection: by the name it is made to, then by every address the name leads to. */
export type Judge = {
  /** @param host with its port */
  mayReach(host: string): boolean
  mayConnect(host: string, addresses: readonly string[]): boolean
  resolve(name: string): Promise<string[]>
  /** The structure's own proxy, where connections to this host are made by it; else `null`. */
  proxyFor(host: string): Destination | null
}

/**
 * Starts the one way of a visitor to the network: a SOCKS proxy in its own process. Only what makes a connection knows
 * for certain where it goes. A name that was looked up beforehand can lead elsewhere a moment later (DNS rebinding),
 * and web sockets, service workers, preconnections and downloads each have a way of their own past other checks, but
 * all of them ask the proxy. SOCKS, because what it carries stays as it is: no request is parsed, TLS is not touched.
 * Only this machine reaches it, and it leads nowhere that is not reached without it.
 * @returns its port on 127.0.0.1
 */
export async function startForwardProxy(judge: Judge): Promise<number> {
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    // What a client that has left does not hear is no defect.
    client.on('error', () => {})
    serve(client, judge).catch(() => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy listens on no port')
  return address.port
}

async function serve(client: Socket, judge: Judge): Promise<void> {
  const server = await connectAsJudged(await readDestination(client), judge)
  if (typeof server === 'string') {
    reply(client, server)
    client.end()
    return
  }
  reply(client, 'connected')
  // Either side that breaks off takes the other with it.
  const ended = (error?: unknown) => {
    if (error) for (const socket of [client, server]) socket.destroy()
  }
  pipeline(client, server, ended)
  pipeline(server, client, ended)
}

async function connectAsJudged(to: Destination, judge: Judge): Promise<Socket | 'refused' | 'unreachable'> {
  const host = `${to.host}:${to.port}`
  if (!judge.mayReach(host)) return 'refused'
  const proxy = judge.proxyFor(host)
  if (proxy !== null) return openThrough(proxy, to).catch(() => 'unreachable' as const)
  const addresses = isIP(to.host) === 0 ? await judge.resolve(to.host).catch(() => []) : [to.host]
  if (addresses.length === 0) return 'unreachable'
  if (!judge.mayConnect(host, addresses)) return 'refused'
  return open(to, addresses).catch(() => 'unreachable' as const)
}

/** Connects to the addresses that were judged and to no others, several at a time where there are several. */
function open({ host, port }: Destination, addresses: readonly string[]): Promise<Socket> {
  const judged = addresses.map((address) => ({ address, family: isIP(address) }))
  const lookup: LookupFunction = (_name, _options, answer) => answer(null, judged)
  return new Promise((resolve, reject) => {
    const server = connect({ host, port, lookup, autoSelectFamily: true, allowHalfOpen: true, noDelay: true })
    server.once('error', reject)
    server.once('connect', () => {
      server.off('error', reject)
      resolve(server)
    })
  })
}
