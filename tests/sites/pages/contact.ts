import { type Html, html, page } from '../html.ts'
import type { SessionTable } from '../sessions.ts'
import type { Routes, Site } from '../site.ts'

/**
 * A form as téléservices have them, low on its page, whose script counts the keys a person pressed and, from the first
 * one on, how often the page or a field of it lost the focus. The answer says what the server received; the name is in
 * its session table too.
 */
export function contactRoutes(site: string, sessions: SessionTable): Routes {
  return {
    'GET /coordonnees': (exchange) => exchange.page(contactPage(site)),
    'POST /coordonnees': async (exchange) => {
      const form = await exchange.form()
      sessions.open(form.get('nom') ?? '')
      const received = ['nom', 'courriel', 'code', 'touches', 'pertes'].map(
        (name) => html`<li>${name} : ${form.get(name) ?? ''}</li>`,
      )
      exchange.page(page(site, 'Coordonnées reçues', html`<ul>${received}</ul>`))
    },
  }
}

/** The same form, in a frame of another site. */
export function framedContactRoutes(site: string, other: Site): Routes {
  return {
    'GET /coordonnees-encadrees': (exchange) =>
      exchange.page(
        page(
          site,
          'Coordonnées, ailleurs',
          html`<iframe src="${other.origin}/coordonnees" title="Coordonnées" width="100%" height="900"></iframe>`,
        ),
      ),
  }
}

function contactPage(site: string): Html {
  return page(
    site,
    'Vos coordonnées',
    html`<p style="height: 12rem">Pour vous répondre, nous avons besoin de vos coordonnées.</p>
<form method="post" action="/coordonnees">
  <label for="nom">Nom</label>
  <input type="text" id="nom" name="nom">
  <label for="courriel">Adresse e-mail</label>
  <input type="text" inputmode="email" id="courriel" name="courriel">
  <label for="code">Code</label>
  <input type="password" id="code" name="code">
  <input type="hidden" name="touches" value="0">
  <input type="hidden" name="pertes" value="0">
  <button>Envoyer</button>
</form>
<script>
  const { touches, pertes } = document.forms[0].elements
  const typing = () => touches.value > 0
  addEventListener('keydown', ({ isTrusted }) => isTrusted && touches.value++)
  addEventListener('blur', () => typing() && pertes.value++)
  document.forms[0].addEventListener('focusout', ({ relatedTarget }) => typing() && relatedTarget === null && pertes.value++)
</script>`,
  )
}
