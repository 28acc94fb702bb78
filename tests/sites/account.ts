import { setTimeout as pause } from 'node:timers/promises'
import type { Exchange } from './exchange.ts'
import { type Html, html, page } from './html.ts'
import type { SessionRecord, SessionTable } from './sessions.ts'
import type { Routes } from './site.ts'

const cookieName = 'session'
const oneYearSeconds = 365 * 24 * 3600

/** The open session this browser shows, if any. */
export function currentSession(exchange: Exchange, sessions: SessionTable): SessionRecord | undefined {
  return sessions.find(exchange.cookies().get(cookieName))
}

/** Opens a session in the table and gives its cookie to the browser, for a year when asked to remember. */
export function openSession(
  exchange: Exchange,
  sessions: SessionTable,
  user: string,
  remember = false,
): void {
  const lifetime = remember ? `; Max-Age=${oneYearSeconds}` : ''
  exchange.setCookie(cookieName, sessions.open(user).id, `HttpOnly; SameSite=Lax${lifetime}`)
}

export function closeSession(exchange: Exchange, sessions: SessionTable): void {
  sessions.close(exchange.cookies().get(cookieName))
  exchange.setCookie(cookieName, '', 'HttpOnly; SameSite=Lax; Max-Age=0')
}

/** The page of a signed-in person; a browser without an open session is sent to `/connexion`. */
export function accountRoute(
  site: string,
  sessions: SessionTable,
  content: Html,
  logOutPath = '/deconnexion',
): Routes {
  return {
    'GET /compte': (exchange) => {
      const session = currentSession(exchange, sessions)
      if (!session) return exchange.redirect('/connexion')
      exchange.page(
        page(
          site,
          'Mon compte',
          html`<p role="status">Vous êtes connecté.</p><p>Bonjour ${session.user}</p>${content}
<p><a href="${logOutPath}">Déconnexion</a></p>`,
        ),
      )
    },
  }
}

/** The site's own sign-in form. Any identifiant and mot de passe will do, so that a test can make them canaries. */
export function signInRoutes(site: string, sessions: SessionTable): Routes {
  return {
    'GET /connexion': (exchange) => exchange.page(signInPage(site, exchange.query('retour'))),
    'POST /connexion': async (exchange) => {
      const form = await exchange.form()
      const user = form.get('identifiant')?.trim()
      const back = form.get('retour') ?? ''
      if (!user || !form.get('motdepasse')) {
        return exchange.page(
          signInPage(site, back, 'Renseignez votre identifiant et votre mot de passe.'),
          422,
        )
      }
      openSession(exchange, sessions, user, form.has('souvenir'))
      exchange.redirect(back.startsWith('/') ? back : '/compte')
    },
  }
}

function signInPage(site: string, back: string, problem?: string): Html {
  return page(
    site,
    'Connexion',
    html`${problem ? html`<p role="alert">${problem}</p>` : ''}
<form method="post" action="/connexion">
  <input type="hidden" name="retour" value="${back}">
  <label for="identifiant">Identifiant</label>
  <input type="text" id="identifiant" name="identifiant" autocomplete="username">
  <label for="motdepasse">Mot de passe</label>
  <input type="password" id="motdepasse" name="motdepasse" autocomplete="current-password">
  <label><input type="checkbox" name="souvenir">Rester connecté</label>
  <button>Se connecter</button>
</form>`,
  )
}

/**
 * A log-out that does what it says: the session is closed in the table, and the page reached says so. With
 * `?lent=SECONDS` the server takes its time.
 */
export function logOutRoutes(site: string, sessions: SessionTable): Routes {
  return {
    'GET /deconnexion': async (exchange) => {
      // A server that is stopped does not wait for it.
      await pause(Number(exchange.query('lent')) * 1000, undefined, { ref: false })
      closeSession(exchange, sessions)
      exchange.redirect('/deconnecte')
    },
    'GET /deconnecte': (exchange) =>
      exchange.page(
        page(
          site,
          'À bientôt',
          html`<p role="status">Vous êtes déconnecté.</p><p><a href="/">Revenir à l’accueil</a></p>`,
        ),
      ),
  }
}
