import { html, page } from '../html.ts'
import type { Routes } from '../site.ts'

/** HTTP basic authentication. Any name and password will do; `/auth-basique/connue` says what the browser sent unasked. */
export function basicAuthRoutes(site: string): Routes {
  return {
    'GET /auth-basique': (exchange) => {
      if (credentials(exchange.header('authorization'))) {
        return exchange.page(
          page(site, 'Accès autorisé', html`<p role="status">Vous êtes entré dans l’espace réservé.</p>`),
        )
      }
      exchange.response.setHeader('www-authenticate', 'Basic realm="Espace réservé", charset="UTF-8"')
      exchange.page(page(site, 'Accès réservé', html`<p>Un nom et un mot de passe sont demandés.</p>`), 401)
    },
    'GET /auth-basique/connue': (exchange) =>
      exchange.send(credentials(exchange.header('authorization')), 'text/plain'),
  }
}

function credentials(header: string): string {
  return header.startsWith('Basic ') ? Buffer.from(header.slice(6), 'base64').toString() : ''
}
