import { createServer } from 'node:http'
import { Exchange } from './exchange.ts'
import { html, page } from './html.ts'
import { type SessionRecord, SessionTable } from './sessions.ts'

/** Answers by method and path, such as `GET /compte`. */
export type Routes = Record<string, (exchange: Exchange) => void | Promise<void>>

/** A running site, as a test sees it. */
export type Site = {
  name: string
  /** Where a browser finds it: `http://allocations.localhost:40123`. */
  origin: string
  port: number
  /** The server's own session table; never served over HTTP. */
  sessions(): SessionRecord[]
  /** Every request received, oldest first, without its query: `GET /deconnexion`. */
  requests(): string[]
  stop(): Promise<void>
}

/** What makes a site: its name on screen, its host, and its routes once its session table exists. */
export type SitePlan = { name: string; host: string; routes(sessions: SessionTable): Routes }

/** Starts one site on 127.0.0.1; port 0 takes a free one. */
export async function startSite(plan: SitePlan, port: number): Promise<Site> {
  const sessions = new SessionTable()
  const routes = plan.routes(sessions)
  const requests: string[] = []

  const server = createServer(async (request, response) => {
    const exchange = new Exchange(request, response, origin)
    const key = `${request.method} ${exchange.url.pathname}`
    requests.push(key)
    try {
      const route = routes[key]
      if (route) await route(exchange)
      else
        exchange.page(
          page(plan.name, 'Page introuvable', html`<p><a href="/">Revenir à l’accueil</a></p>`),
          404,
        )
    } catch (error) {
      console.error(`${plan.name}: ${key}`, error)
      response.destroy()
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error(`${plan.name} does not listen on a port`)
  const origin = `http://${plan.host}.localhost:${address.port}`

  return {
    name: plan.name,
    origin,
    port: address.port,
    sessions: () => sessions.list(),
    requests: () => [...requests],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
