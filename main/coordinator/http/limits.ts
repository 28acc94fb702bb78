import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refuse } from './refusal.ts'

/** Requests a minute: of one post or signed-in browser; of all unknown ones at one address, at the door. */
const most = { caller: 600, door: 60 }

/**
 * Limits by who asks, not by address: a whole town hall lies behind one router, and a person at a post there must not
 * be able to use up what its reception needs.
 */
export function limits(server: FastifyInstance) {
  const limiter = (max: number, keyOf: (request: FastifyRequest) => string) => {
    const check = server.createRateLimit({ max, timeWindow: 60_000, keyGenerator: keyOf })
    return async (request: FastifyRequest) => {
      const result = await check(request)
      if (!result.isAllowed && result.isExceeded) {
        throw refuse(429, 'Too many requests: wait.', { retryAfterSeconds: result.ttlInSeconds })
      }
    }
  }
  return {
    caller: limiter(most.caller, (request) => `caller:${request.callerId}`),
    door: limiter(most.door, (request) => `door:${request.ip}`),
  }
}
export type Limits = ReturnType<typeof limits>
