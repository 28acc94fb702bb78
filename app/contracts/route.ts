import type { z } from 'zod'
import type { Role } from '../coordinator/role.ts'

/**
 * Who may ask: anyone, before signing in; a paired post, with its token; whoever measures the service, with the metrics
 * token; people signed in with one of these roles.
 */
export type Access = 'anyone' | 'post' | 'metrics' | readonly Role[]

/** One route of the coordinator. Server, OpenAPI description, dashboard and tests all derive from it. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Parameters as `:name`. */
  path: `/${string}`
  access: Access
  summary: string
  params?: z.ZodObject
  query?: z.ZodObject
  /** JSON. */
  body?: z.ZodType
  /** JSON, or plain text where it is a string; `z.void()` is an empty answer, 204. */
  result: z.ZodType
  /** Largest body, in bytes, where it is not the usual 64 KiB. */
  bodyBytesMax?: number
  /** The answer is a WebSocket, whose messages have a contract of their own. */
  upgrade?: true
}

/** Routes grouped under people's nouns. */
export type Api = { [group: string]: { [name: string]: Route } }

type Part<R extends Route, P extends 'params' | 'query' | 'body'> = R extends { [K in P]: infer S }
  ? S extends z.ZodType
    ? { [K in P]: z.output<S> }
    : unknown
  : unknown
type GivenPart<R extends Route, P extends 'params' | 'query' | 'body'> = R extends { [K in P]: infer S }
  ? S extends z.ZodType
    ? { [K in P]: z.input<S> }
    : unknown
  : unknown

/** What a handler is given, checked. */
export type Asked<R extends Route> = Part<R, 'params'> & Part<R, 'query'> & Part<R, 'body'>
/** What a client gives. */
export type Ask<R extends Route> = GivenPart<R, 'params'> & GivenPart<R, 'query'> & GivenPart<R, 'body'>
/** What a client gets. */
export type Answer<R extends Route> = z.output<R['result']>

/** Path and query of what is asked, its values escaped. */
export function pathOf(route: Route, asked: object): string {
  const { params = {}, query = {} } = asked as Record<'params' | 'query', Record<string, unknown> | undefined>
  const path = Object.entries(params).reduce<string>(
    (text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(String(value))),
    route.path,
  )
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return search.length === 0 ? path : `${path}?${search.join('&')}`
}
