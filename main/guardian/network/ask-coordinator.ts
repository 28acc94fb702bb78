import { once } from 'node:events'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { type Answer, type Ask, pathOf, type Route } from '../../../app/contracts/route.ts'
import { problemSchema } from '../../../app/coordinator/problem.ts'
import type { Server } from './pairing-file.ts'
import { pinnedAgent } from './pinned-agent.ts'

const answerWithinSeconds = 20
const mostBytes = 4_000_000

/** The coordinator answered, and refused. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

/**
 * Asks a route of the coordinator; what comes back is checked by the route's schema.
 * @throws Refused, WrongCertificate, or the network's error
 */
export async function askCoordinator<R extends Route>(
  server: Server,
  route: R,
  asked: Ask<R> & object,
  token?: string,
): Promise<Answer<R>> {
  const { body } = asked as { body?: unknown }
  const said = body === undefined ? undefined : JSON.stringify(body)
  const request = requestTo(server, route.method, pathOf(route, asked), {
    ...(said === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  })
  request.end(said)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const text = await textOf(response)
  const { statusCode = 0 } = response
  if (statusCode < 200 || statusCode > 299) throw new Refused(statusCode, detailOf(text))
  return route.result.parse(statusCode === 204 ? undefined : JSON.parse(text)) as Answer<R>
}

function requestTo(
  { host, port, fingerprint }: Server,
  method: string,
  path: string,
  headers: Record<string, string>,
): ClientRequest {
  const signal = AbortSignal.timeout(answerWithinSeconds * 1000)
  const options = { host, port, method, path, headers, signal }
  return fingerprint === null
    ? httpRequest(options)
    : httpsRequest({ ...options, agent: pinnedAgent(fingerprint) })
}

async function textOf(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > mostBytes) throw new Error('the answer is too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function detailOf(text: string): string {
  try {
    return problemSchema.parse(JSON.parse(text)).detail
  } catch {
    return 'It gave no reason.'
  }
}
