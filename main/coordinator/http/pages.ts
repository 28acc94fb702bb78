import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { problem } from '../../../app/coordinator/problem.ts'
import { sendProblem } from './errors.ts'

const securityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The dashboard, for any address that is not the API’s: the page itself reads it. */
export async function servePages(server: FastifyInstance, folder: string, isSecure: boolean): Promise<void> {
  server.addHook('onSend', async (request, reply) => {
    reply.headers({
      'content-security-policy': securityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
      // Counts and names do not stay in the cache of a browser at a desk.
      ...(request.url.startsWith('/api/') ? { 'cache-control': 'no-store' } : {}),
    })
  })
  const hasPages = existsSync(join(folder, 'index.html'))
  if (hasPages) await server.register(staticFiles, { root: folder, cacheControl: false })
  server.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/')
    if (isPage && hasPages) return reply.sendFile('index.html')
    return sendProblem(reply, problem(404, 'There is nothing at this address: see /api/openapi.json.'))
  })
}
