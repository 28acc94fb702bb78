import cookies from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import websocket from '@fastify/websocket'
import { type FastifyInstance, type FastifyRequest, fastify } from 'fastify'
import type { Route } from '../../../app/contracts/route.ts'
import type { KnownPost } from '../books/posts.ts'
import type { Person } from '../books/sign-ins.ts'
import type { Certificate } from '../certificate.ts'
import { answerErrors } from './errors.ts'
import { limits } from './limits.ts'
import type { LinkHub } from './link-hub.ts'
import type { Metrics } from './metrics.ts'
import { servePages } from './pages.ts'
import { type ApiServed, serveApi } from './serve-api.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: (KnownPost & { token: string }) | Person | null
    callerId: string
  }
}

const bodyBytes = 64 * 1024
/** A state or an answer; longer is none. */
const messageBytes = 4096

export type Served = Pick<ApiServed, 'books' | 'metricsToken'> & {
  handlers: ApiServed['handlers']
  hub: LinkHub
  metrics: Metrics
  /** `null`: plain HTTP. */
  certificate: Certificate | null
  pages: string
  /** Addresses whose `X-Forwarded-For` is believed. */
  trustedProxies: string[]
}

/** The HTTP server, ready to listen. */
export async function createServer(served: Served): Promise<FastifyInstance> {
  const { certificate, hub, metrics } = served
  const isSecure = certificate !== null
  const server = fastify({
    https: certificate,
    bodyLimit: bodyBytes,
    trustProxy: served.trustedProxies.length > 0 ? served.trustedProxies : false,
    // A slow sender holds a connection, not a place for ever.
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
  }) as unknown as FastifyInstance
  server.removeContentTypeParser('text/plain')
  server.decorateRequest('caller', null)
  server.decorateRequest('callerId', '')
  server.addHook('onResponse', async (request, reply) => {
    metrics.answered(request.routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000)
  })
  answerErrors(server)
  await server.register(cookies)
  await server.register(rateLimit, { global: false, cache: 20_000 })
  await server.register(websocket, { options: { maxPayload: messageBytes } })
  await servePages(server, served.pages, isSecure)

  const addLink = (route: Route, letIn: (request: FastifyRequest) => Promise<void>) => {
    server.get(route.path, { websocket: true, onRequest: letIn }, (socket, request) => {
      const post = request.caller
      if (post === null || !('token' in post)) return socket.terminate()
      hub.add(socket, post).catch(() => socket.terminate())
    })
  }
  serveApi(server, { ...served, limits: limits(server), addLink, isSecure })
  return server
}
