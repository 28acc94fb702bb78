import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { isProblemStatus, type Problem, problem } from '../../../app/coordinator/problem.ts'
import { log } from '../../lib/log.ts'
import { Refusal } from './refusal.ts'

const details = {
  400: 'The request is not what this route takes: see /api/openapi.json.',
  413: 'Send less at once.',
  415: 'Send application/json.',
} as const

/** Whatever goes wrong is answered as a problem; a defect is logged, with nothing of what was sent. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (error instanceof Refusal) return sendProblem(reply, error.problem)
    const status = error.statusCode ?? 500
    if (status < 500) {
      const known = isProblemStatus(status) && status in details ? (status as keyof typeof details) : 400
      return sendProblem(reply, problem(known, details[known]))
    }
    log.error({ route: request.routeOptions.url, code: error.code, reason: error.name }, 'a request failed')
    return sendProblem(reply, problem(500, 'Try again; if it goes on, the log of the coordinator says more.'))
  })
}

export function sendProblem(reply: FastifyReply, told: Problem): FastifyReply {
  if (told.retryAfterSeconds !== undefined) reply.header('retry-after', told.retryAfterSeconds)
  return reply.code(told.status).type('application/problem+json').send(told)
}
