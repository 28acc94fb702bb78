import { randomBytes } from 'node:crypto'
import { accountRoute, logOutRoutes, openSession } from './account.ts'
import { redeemAt } from './codes.ts'
import { html, page } from './html.ts'
import type { Site, SitePlan } from './site.ts'

const name = 'Impôts du Littoral'
const stateCookie = 'etat'

/** A téléservice entered by IdentitéConnect only. Its log-out closes its own session and leaves IdentitéConnect's open. */
export function impotsSite(identity: Site): SitePlan {
  return {
    name,
    host: 'impots',
    routes: (sessions) => ({
      ...accountRoute(name, sessions, html`<p>Votre avis d’impôt est disponible.</p>`),
      ...logOutRoutes(name, sessions),
      'GET /': (exchange) =>
        exchange.page(
          page(name, 'Vos impôts en ligne', html`<p><a href="/compte">Accéder à mon espace</a></p>`),
        ),
      'GET /connexion': (exchange) =>
        exchange.page(
          page(
            name,
            'Connexion',
            html`<form action="/identite"><button>Se connecter avec IdentitéConnect</button></form>`,
          ),
        ),

      'GET /identite': (exchange) => {
        const state = randomBytes(16).toString('hex')
        exchange.setCookie(stateCookie, state, 'HttpOnly; SameSite=Lax')
        const query = new URLSearchParams({ redirect_uri: `${exchange.url.origin}/retour`, state })
        exchange.redirect(`${identity.origin}/api/v2/authorize?${query}`)
      },

      'GET /retour': async (exchange) => {
        const asked = exchange.cookies().get(stateCookie)
        const user =
          asked === exchange.query('state') ? await redeemAt(identity, exchange.query('code')) : undefined
        if (!user)
          return exchange.page(page(name, 'Connexion refusée', html`<p>Recommencez la connexion.</p>`), 400)
        exchange.setCookie(stateCookie, '', 'HttpOnly; SameSite=Lax; Max-Age=0')
        openSession(exchange, sessions, user)
        exchange.redirect('/compte')
      },
    }),
  }
}
