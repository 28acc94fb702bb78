import { randomBytes } from 'node:crypto'
import { closeSession, currentSession, openSession } from './account.ts'
import { Codes, redeemAt, returnAddress } from './codes.ts'
import type { Exchange } from './exchange.ts'
import { html, page } from './html.ts'
import type { Site, SitePlan } from './site.ts'

const name = 'IdentitéConnect'
type Asked = { redirectUri: string; state: string; user?: string }

/**
 * Between a téléservice and the identity provider, as FranceConnect is: its own session gives single sign-on, and its
 * log-out address finds that session by the cookie, then chains to the provider by a form that submits itself.
 */
export function identitySite(provider: Site): SitePlan {
  const codes = new Codes()
  const pending = new Map<string, Asked>()
  const sendBack = (exchange: Exchange, asked: Asked, user: string) => {
    const back = returnAddress(asked.redirectUri)
    back.searchParams.set('code', codes.issue(user))
    back.searchParams.set('state', asked.state)
    exchange.redirect(back)
  }

  return {
    name,
    host: 'identite',
    routes: (sessions) => ({
      'GET /api/v2/authorize': (exchange) => {
        const asked = { redirectUri: exchange.query('redirect_uri'), state: exchange.query('state') }
        const session = currentSession(exchange, sessions)
        if (session) return sendBack(exchange, asked, session.user)
        const state = randomBytes(16).toString('hex')
        pending.set(state, asked)
        const query = new URLSearchParams({ redirect_uri: `${exchange.url.origin}/retour`, state })
        exchange.redirect(`${provider.origin}/api/v2/authorize?${query}`)
      },

      'GET /retour': async (exchange) => {
        const state = exchange.query('state')
        const asked = pending.get(state)
        const user = await redeemAt(provider, exchange.query('code'))
        if (!asked || !user)
          return exchange.page(page(name, 'Demande refusée', html`<p>Recommencez la connexion.</p>`), 400)
        pending.set(state, { ...asked, user })
        openSession(exchange, sessions, user)
        exchange.page(
          page(
            name,
            'Continuer vers le service',
            html`<p>${user}, le service va recevoir vos nom et prénoms.</p>
<form method="post" action="/accord"><input type="hidden" name="state" value="${state}"><button>Continuer</button></form>`,
          ),
        )
      },

      'POST /accord': async (exchange) => {
        const state = (await exchange.form()).get('state') ?? ''
        const asked = pending.get(state)
        pending.delete(state)
        if (!asked?.user)
          return exchange.page(page(name, 'Demande refusée', html`<p>Recommencez la connexion.</p>`), 400)
        sendBack(exchange, asked, asked.user)
      },

      'POST /api/v2/token': async (exchange) => {
        const user = codes.redeem((await exchange.form()).get('code') ?? '')
        exchange.json(user ? { sub: user } : { error: 'invalid_grant' }, user ? 200 : 400)
      },

      'GET /api/v2/session/end': (exchange) => {
        closeSession(exchange, sessions)
        exchange.page(
          page(
            name,
            'Déconnexion en cours',
            html`<form action="${provider.origin}/deconnexion">
<input type="hidden" name="post_logout_redirect_uri" value="${exchange.url.origin}/deconnecte"><button>Continuer</button></form>
<script>document.forms[0].submit()</script>`,
          ),
        )
      },

      'GET /deconnecte': (exchange) =>
        exchange.page(
          page(name, 'À bientôt', html`<p role="status">Vous êtes déconnecté d’IdentitéConnect.</p>`),
        ),
    }),
  }
}
