import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { coordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Route } from '../../../app/contracts/route.ts'
import { wrongFields } from '../../../app/coordinator/problem.ts'
import type { Books } from '../books/books.ts'
import { cookieNames, setCookies } from './cookies.ts'
import type { Handlers, Visitor } from './handler.ts'
import { identify } from './identity.ts'
import type { Limits } from './limits.ts'
import { refuse } from './refusal.ts'

/** One route's handler, its types forgotten: the table and `Handlers` have seen to them. */
type AnyHandler = (asked: Record<string, unknown>) => unknown

/** How a route that becomes a WebSocket is added. */
export type AddLink = (route: Route, letIn: (request: FastifyRequest) => Promise<void>) => void

export type ApiServed = {
  handlers: Handlers
  books: Books
  limits: Limits
  addLink: AddLink
  isSecure: boolean
  metricsToken: string | undefined
}

/**
 * Serves the table of routes. Each request is let in by its route's access before its body is read, then checked field
 * by field; the answer is cut to its schema, so that a handler cannot say more than the table does.
 */
export function serveApi(server: FastifyInstance, served: ApiServed): void {
  const { handlers, books, limits, addLink, isSecure, metricsToken } = served
  const cookie = cookieNames(isSecure).signIn

  for (const [group, routes] of Object.entries(coordinatorApi)) {
    for (const [name, route] of Object.entries(routes) as [string, Route][]) {
      const letIn = async (request: FastifyRequest) => {
        request.caller = await identify(request, route.access, { books, cookie, metricsToken })
        if (request.caller === null) return
        request.callerId = 'token' in request.caller ? request.caller.id : request.caller.signInId
        await limits.caller(request)
      }
      if (route.upgrade) {
        addLink(route, letIn)
        continue
      }
      const handler = (handlers as unknown as Record<string, Record<string, AnyHandler>>)[group]?.[name]
      if (handler === undefined) throw new Error(`${group}.${name} has no handler`)
      server.route({
        method: route.method,
        url: route.path,
        ...(route.bodyBytesMax === undefined ? {} : { bodyLimit: route.bodyBytesMax }),
        onRequest: letIn,
        handler: async (request, reply) => {
          const visitor = visitorOf(request, reply, limits, isSecure)
          const answer = await handler({ ...asked(route, request), caller: request.caller, visitor })
          return send(reply, route, answer)
        },
      })
    }
  }
}

function asked(route: Route, request: FastifyRequest): Record<string, unknown> {
  const wrong = []
  const parts: Record<string, unknown> = {}
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = route[part] ?? (part === 'query' ? z.strictObject({}) : undefined)
    if (schema === undefined) continue
    const read = schema.safeParse(request[part])
    if (read.success) parts[part] = read.data
    else wrong.push(...wrongFields(part, read.error))
  }
  if (wrong.length > 0) throw refuse(400, 'Correct these fields.', { fields: wrong })
  return parts
}

function send(reply: FastifyReply, route: Route, answer: unknown): FastifyReply {
  if (route.result instanceof z.ZodVoid) return reply.code(204).send()
  const said = route.result.parse(answer)
  return typeof said === 'string' ? reply.type('text/plain; charset=utf-8').send(said) : reply.send(said)
}

function visitorOf(request: FastifyRequest, reply: FastifyReply, limits: Limits, isSecure: boolean): Visitor {
  return {
    address: request.ip,
    knownBrowser: request.cookies[cookieNames(isSecure).knownBrowser],
    setCookies: (cookies) => setCookies(reply, cookies, isSecure),
    limitDoor: () => limits.door(request),
  }
}
