import { accountRoute, closeSession, currentSession, signInRoutes } from './account.ts'
import { Codes, returnAddress } from './codes.ts'
import { html } from './html.ts'
import type { SitePlan } from './site.ts'

const name = 'Compte Citoyen'

/** The identity provider behind IdentitéConnect: it holds the person's password and a session of its own. */
export function providerSite(): SitePlan {
  const codes = new Codes()
  return {
    name,
    host: 'fournisseur',
    routes: (sessions) => ({
      ...signInRoutes(name, sessions),
      ...accountRoute(name, sessions, html``),
      'GET /': (exchange) => exchange.redirect('/compte'),
      'GET /api/v2/authorize': (exchange) => {
        const session = currentSession(exchange, sessions)
        if (!session) {
          const here = exchange.url.pathname + exchange.url.search
          return exchange.redirect(`/connexion?${new URLSearchParams({ retour: here })}`)
        }
        const back = returnAddress(exchange.query('redirect_uri'))
        back.searchParams.set('code', codes.issue(session.user))
        back.searchParams.set('state', exchange.query('state'))
        exchange.redirect(back)
      },
      'POST /api/v2/token': async (exchange) => {
        const user = codes.redeem((await exchange.form()).get('code') ?? '')
        exchange.json(user ? { sub: user } : { error: 'invalid_grant' }, user ? 200 : 400)
      },
      'GET /deconnexion': (exchange) => {
        closeSession(exchange, sessions)
        exchange.redirect(returnAddress(exchange.query('post_logout_redirect_uri')))
      },
    }),
  }
}
