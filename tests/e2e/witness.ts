import { createServer } from 'node:http'
import { hostname } from 'node:os'

/** A server of this machine that no page should reach: it tells who came. */
export type Witness = {
  /** Its port under this machine's own name, which leads to a private address. */
  byName: string
  byAddress: string
  /** Paths asked for, oldest first. */
  paths(): string[]
  /** Connections made, even those nothing was asked on. */
  connections(): number
  stop(): Promise<void>
}

/** Starts it on a free port of every interface. */
export async function startWitness(): Promise<Witness> {
  const paths: string[] = []
  let connections = 0
  const server = createServer((request, response) => {
    paths.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-disposition', request.url === '/download' ? 'attachment' : 'inline')
    response.end('témoin')
  })
  server.on('connection', () => {
    connections += 1
  })
  server.on('upgrade', (request, socket) => {
    paths.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the witness listens on no port')
  return {
    byName: `http://${hostname()}:${address.port}`,
    byAddress: `http://127.0.0.1:${address.port}`,
    paths: () => [...paths],
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
