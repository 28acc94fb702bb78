import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { startForwardProxy } from '../../../main/visitor/forward-proxy.ts'

const opened: { close?(): void; destroy?(): void }[] = []
afterEach(() => {
  for (const each of opened.splice(0)) (each.destroy ?? each.close)?.call(each)
})

/** A server on loopback that says what it hears in capitals, and how many have come. */
async function startServer(): Promise<{ port: number; connections(): number }> {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.on('error', () => {}).on('data', (data) => socket.write(data.toString().toUpperCase()))
  })
  opened.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, connections: () => connections }
}

type Judge = Parameters<typeof startForwardProxy>[0]
const openJudge: Judge = {
  mayReach: () => true,
  mayConnect: () => true,
  resolve: async () => ['127.0.0.1'],
  proxyFor: () => null,
}

/** Asks a proxy for a connection. @returns the code of its answer, and the connection */
async function ask(proxy: number, host: Buffer, port: number): Promise<{ code: number; socket: Socket }> {
  const socket = connect(proxy, '127.0.0.1')
  opened.push(socket)
  socket.write(Buffer.from([5, 1, 0]))
  expect([...(await next(socket))]).toEqual([5, 0])
  socket.write(Buffer.concat([Buffer.from([5, 1, 0]), host, Buffer.from([port >> 8, port & 255])]))
  const [, code = -1] = await next(socket)
  return { code, socket }
}

const byName = (name: string) => Buffer.concat([Buffer.from([3, name.length]), Buffer.from(name)])
const next = async (socket: Socket): Promise<Buffer> => (await once(socket, 'data'))[0]

describe('the proxy', () => {
  test('carries both ways what it let through', async () => {
    const server = await startServer()
    const proxy = await startForwardProxy(openJudge)
    const { code, socket } = await ask(proxy, byName('site.example'), server.port)
    expect(code).toBe(0)
    socket.write('bonjour')
    expect(String(await next(socket))).toBe('BONJOUR')
  })

  test('judges the name, then the addresses it leads to, and connects to those alone', async () => {
    const server = await startServer()
    const asked: unknown[] = []
    let looksUp = 0
    const proxy = await startForwardProxy({
      ...openJudge,
      mayReach: (host) => asked.push(host) > 0,
      mayConnect: (host, addresses) => {
        asked.push([host, addresses])
        return addresses[0] === '127.0.0.1'
      },
      // A name that leads elsewhere each time it is looked up.
      resolve: async () => {
        looksUp += 1
        return [looksUp === 1 ? '127.0.0.1' : '10.0.0.1']
      },
    })
    const at = `rebind.example:${server.port}`
    expect((await ask(proxy, byName('rebind.example'), server.port)).code).toBe(0)
    expect(looksUp, 'looked up once a connection: what was judged is what is connected to').toBe(1)
    expect((await ask(proxy, byName('rebind.example'), server.port)).code).toBe(2)
    expect(asked).toEqual([at, [at, ['127.0.0.1']], at, [at, ['10.0.0.1']]])
    expect(server.connections()).toBe(1)
  })

  test.each([
    ['by IPv4', Buffer.from([1, 127, 0, 0, 1]), '127.0.0.1'],
    ['by IPv6', Buffer.from([4, ...Buffer.alloc(15), 1]), '0000:0000:0000:0000:0000:0000:0000:0001'],
    ['by a name that is an address', byName('127.0.0.1'), '127.0.0.1'],
  ])('judges an address that is given %s', async (_how, host, address) => {
    const server = await startServer()
    const judged: string[] = []
    const proxy = await startForwardProxy({
      ...openJudge,
      mayConnect: (_host, addresses) => {
        judged.push(...addresses)
        return false
      },
    })
    expect((await ask(proxy, host, server.port)).code).toBe(2)
    expect(judged).toEqual([address])
    expect(server.connections()).toBe(0)
  })

  test('says when a name leads nowhere, or nobody answers', async () => {
    const closed = await startServer()
    const proxy = await startForwardProxy({
      ...openJudge,
      resolve: async () => Promise.reject(new Error('no')),
    })
    expect((await ask(proxy, byName('nowhere.example'), closed.port)).code).toBe(4)
    const other = await startForwardProxy(openJudge)
    expect((await ask(other, byName('site.example'), 1)).code).toBe(4)
  })

  test('goes by the structure’s own proxy, which resolves names, but never where the name may not be reached', async () => {
    const server = await startServer()
    const asked: string[] = []
    const structures = createHttpServer().on('connect', ({ url = '' }, socket) => {
      asked.push(url)
      if (url.startsWith('blocked')) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      const way = connect(server.port, '127.0.0.1')
      opened.push(way)
      socket
        .on('error', () => {})
        .pipe(way.on('error', () => {}))
        .pipe(socket)
    })
    opened.push(structures)
    await new Promise<void>((resolve) => structures.listen(0, '127.0.0.1', resolve))
    const address = structures.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const proxy = await startForwardProxy({
      mayReach: (host) => !host.startsWith('denied'),
      mayConnect: () => false,
      resolve: async () => [],
      proxyFor: () => ({ host: '127.0.0.1', port: address.port }),
    })
    const { code, socket } = await ask(proxy, byName('site.example'), 443)
    expect(code).toBe(0)
    socket.write('bonjour')
    expect(String(await next(socket))).toBe('BONJOUR')
    expect((await ask(proxy, byName('blocked.example'), 443)).code).toBe(4)
    expect((await ask(proxy, byName('denied.example'), 443)).code).toBe(2)
    expect(asked).toEqual(['site.example:443', 'blocked.example:443'])
  })

  test('hangs up on what is no SOCKS 5', async () => {
    const proxy = await startForwardProxy(openJudge)
    for (const said of ['GET / HTTP/1.1\r\n\r\n', Buffer.from([5, 1, 0, 5, 2, 0, 1])]) {
      const socket = connect(proxy, '127.0.0.1')
      opened.push(socket)
      socket.on('error', () => {}).resume()
      socket.write(said)
      socket.end()
      await once(socket, 'close')
    }
  })
})
