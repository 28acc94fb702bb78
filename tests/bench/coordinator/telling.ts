import { once } from 'node:events'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'
import type { DayCounts } from '../../../app/tally/series.ts'
import type { KnownPost } from './service.ts'

const halves = ['am', 'pm']
const values = [
  'language/fr',
  'language/en',
  'charter/2026-1',
  'service/health',
  'service/tax',
  'service/family',
]
const sessions = ['help=alone/end=person', 'help=alone/end=idle', 'help=assistance/end=person']

/** A busy day of a post: 26 counters. */
export function busyDay(more: number): DayCounts {
  const keys = halves.flatMap((half) => [
    ...values.map((value) => `${half}/${value}`),
    ...sessions.map((session) => `${half}/session/${session}`),
    ...['orientation', 'retirement', 'work', 'latePage'].map((other) => `${half}/${other}`),
  ])
  return { 'series-of-this-start': Object.fromEntries(keys.map((key, n) => [key, 1 + n + more])) }
}

export const keptOpen = (most: number): Agent =>
  new Agent({ keepAlive: true, maxSockets: most, rejectUnauthorized: false })

/** Asks the coordinator, whose certificate is its own. Without an agent on a new connection. */
export async function ask(
  address: string,
  options: Pick<RequestOptions, 'method' | 'headers' | 'agent'>,
  said: unknown,
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders; text: string }> {
  const body = JSON.stringify(said)
  const asked = request(address, { ...options, rejectUnauthorized: false })
  asked.setHeader('content-type', 'application/json')
  asked.setHeader('content-length', Buffer.byteLength(body))
  asked.end(body)
  const [response]: [IncomingMessage] = (await once(asked, 'response')) as never
  let text = ''
  for await (const part of response.setEncoding('utf8')) text += part
  return { status: response.statusCode, headers: response.headers, text }
}

/** Tells a day as a post does. @throws when it is not taken in */
export async function tellDay(
  address: string,
  { token }: KnownPost,
  day: string,
  counts: DayCounts,
  agent: Agent | false,
): Promise<void> {
  const headers = { authorization: `Bearer ${token}` }
  const { status } = await ask(`${address}/api/post/days/${day}`, { method: 'PUT', agent, headers }, counts)
  if (status !== 204) throw new Error(`answered ${status}`)
}

/** Does the work for every one of them, so many at once. @returns milliseconds for all */
export async function forAll<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<number> {
  const start = performance.now()
  const waiting = all.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of waiting) await work(one)
    }),
  )
  return performance.now() - start
}

/** Begins the work for each at its moment, whether or not those before are done. @returns milliseconds of each */
export async function evenly<T>(
  all: readonly T[],
  seconds: number,
  work: (one: T) => Promise<void>,
): Promise<number[]> {
  const start = performance.now()
  return Promise.all(
    all.map(async (one, n) => {
      const due = start + (n / all.length) * seconds * 1000
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())))
      await work(one)
      return performance.now() - due
    }),
  )
}
