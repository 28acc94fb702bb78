import { marked } from '../client/marked.ts'
import { clientRoutes } from '../client-routes.ts'
import type { Exchange } from '../exchange.ts'
import { html, page } from '../html.ts'
import type { Routes, Site } from '../site.ts'

const workerScript = `
  const token = new URL(location).searchParams.get('jeton')
  addEventListener('install', (event) => event.waitUntil(
    caches.open('ouvrier').then((cache) => cache.put('/ouvrier/relique', new Response(token)))))
  addEventListener('fetch', (event) => event.respondWith(
    caches.match(event.request).then((kept) => kept ?? fetch(event.request))))
`

/**
 * `/stockage?jeton=TOKEN` plants every kind of storage, `/lecture` reads every kind back. The addresses that leave
 * something take the token in the header `x-jeton`, so that reading uses the same address without knowing it.
 */
export function storageRoutes(site: string, widgets: Site): Routes {
  const storagePage = (exchange: Exchange, title: string, script: string) =>
    exchange.page(
      page(
        site,
        title,
        html`<p role="status">En cours…</p>
<table><thead><tr><th scope="col">Sorte</th><th scope="col">Contenu</th></tr></thead><tbody></tbody></table>
<iframe src="${widgets.origin}/cadre" title="Service tiers" hidden></iframe>
<script type="module" src="/client/${script}"></script>`,
      ),
    )

  return {
    'GET /stockage': (exchange) => {
      const token = exchange.query('jeton')
      exchange.setCookie('cookie-session', marked(token, 'cookie de session'), 'SameSite=Lax')
      exchange.setCookie(
        'cookie-persistant',
        marked(token, 'cookie persistant'),
        'SameSite=Lax; Max-Age=31536000',
      )
      exchange.setCookie(
        'cookie-httponly',
        marked(token, 'cookie HttpOnly'),
        'SameSite=Lax; HttpOnly; Max-Age=31536000',
      )
      exchange.setCookie(
        'cookie-partitionne',
        marked(token, 'cookie partitionné'),
        'SameSite=None; Secure; Partitioned; Max-Age=31536000',
      )
      storagePage(exchange, 'Stockage', 'plant.ts')
    },
    'GET /lecture': (exchange) => storagePage(exchange, 'Lecture', 'read.ts'),
    ...clientRoutes(),

    // The server alone sees HttpOnly cookies.
    'GET /cookies': (exchange) => exchange.json(Object.fromEntries(exchange.cookies())),
    'GET /ouvrier.js': (exchange) => exchange.send(workerScript, 'text/javascript'),
    'GET /relique-cache': (exchange) => {
      exchange.response.setHeader('cache-control', 'max-age=86400')
      exchange.send(exchange.header('x-jeton'), 'text/plain')
    },
    'GET /relique-etag': (exchange) => {
      const token = exchange.header('if-none-match') || exchange.header('x-jeton')
      exchange.response.setHeader('cache-control', 'no-cache')
      if (token) exchange.response.setHeader('etag', token)
      exchange.send(token, 'text/plain')
    },
  }
}
