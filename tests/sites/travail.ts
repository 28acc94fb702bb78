import { accountRoute, signInRoutes } from './account.ts'
import { html, page } from './html.ts'
import type { SitePlan } from './site.ts'

const name = 'Travail Côtier'

/**
 * A téléservice whose log-out answers 200 and closes nothing: the answer alone must never be taken for a proof. Another
 * of its addresses begins that answer and never ends it.
 */
export function travailSite(): SitePlan {
  return {
    name,
    host: 'travail',
    routes: (sessions) => ({
      ...signInRoutes(name, sessions),
      ...accountRoute(name, sessions, html`<p>Aucune offre nouvelle.</p>`, '/compte/deconnexion'),
      'GET /': (exchange) =>
        exchange.page(page(name, 'Votre recherche d’emploi', html`<p><a href="/compte">Mon espace</a></p>`)),
      'GET /compte/deconnexion': (exchange) =>
        exchange.page(page(name, 'Demande reçue', html`<p>Votre demande est prise en compte.</p>`)),
      'GET /compte/deconnexion-sans-fin': ({ response }) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        response.write('<!doctype html><title>Demande reçue</title><p>Votre demande est prise en compte.')
      },
    }),
  }
}
