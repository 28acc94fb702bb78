import { clientRoutes } from './client-routes.ts'
import type { Exchange } from './exchange.ts'
import { html, page } from './html.ts'
import { contactRoutes } from './pages/contact.ts'
import type { SitePlan } from './site.ts'

const name = 'Service tiers'

/** The third party: a frame with storage of its own, and an address that asks for a CORS preflight. */
export function widgetsSite(): SitePlan {
  let preflights = 0
  const allow = (exchange: Exchange) => {
    exchange.response.setHeader('access-control-allow-origin', '*')
    exchange.response.setHeader('access-control-allow-headers', 'x-jeton')
  }
  return {
    name,
    host: 'tiers',
    routes: (sessions) => ({
      'GET /': (exchange) =>
        exchange.page(page(name, 'Service tiers', html`<p>Ce site est montré dans d’autres sites.</p>`)),
      'GET /cadre': (exchange) =>
        exchange.page(page(name, 'Cadre', html`<script type="module" src="/client/frame.ts"></script>`)),
      ...clientRoutes(),
      ...contactRoutes(name, sessions),
      'POST /cookies': async (exchange) => {
        const token = (await exchange.body()).toString()
        exchange.setCookie('tiers', token, 'SameSite=None; Secure; Max-Age=31536000')
        exchange.setCookie('tiers-partitionne', token, 'SameSite=None; Secure; Partitioned; Max-Age=31536000')
        exchange.json({})
      },
      'GET /cookies': (exchange) => exchange.json(Object.fromEntries(exchange.cookies())),

      // Only a preflight sent by the planting page may be kept, or reading would leave what it looks for.
      'OPTIONS /prevol': (exchange) => {
        preflights++
        allow(exchange)
        const planting = exchange.header('referer').includes('/stockage')
        exchange.response.setHeader('access-control-max-age', planting ? 7200 : 0)
        exchange.response.writeHead(204).end()
      },
      'GET /prevol': (exchange) => {
        allow(exchange)
        exchange.json({ preflights })
      },
    }),
  }
}
