import type { z } from 'zod'
import type { CoordinatorApi } from '../../../app/contracts/coordinator-api.ts'
import type { Asked, Route } from '../../../app/contracts/route.ts'
import type { Caller } from './identity.ts'

/** What a handler may do with the browser or program that asks. */
export type Visitor = {
  /** Its address; the proxy's where none is trusted. */
  address: string
  /** The cookie of a browser that was signed in here before. */
  knownBrowser: string | undefined
  setCookies(cookies: { signIn?: string | null; knownBrowser?: string }): void
  /** @throws Refusal 429 when too many unknown ones came from this address */
  limitDoor(): Promise<void>
}

type Handler<R extends Route> = (
  asked: Asked<R> & { caller: Caller<R['access']>; visitor: Visitor },
) => Promise<z.input<R['result']>> | z.input<R['result']>

/** Handlers of a group; a route that becomes a WebSocket is served by the link. */
export type GroupHandlers<G extends keyof CoordinatorApi> = {
  [N in keyof CoordinatorApi[G] as CoordinatorApi[G][N] extends { upgrade: true }
    ? never
    : N]: CoordinatorApi[G][N] extends Route ? Handler<CoordinatorApi[G][N]> : never
}
export type Handlers = { [G in keyof CoordinatorApi]: GroupHandlers<G> }
