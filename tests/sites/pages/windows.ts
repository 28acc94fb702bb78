import { html, page } from '../html.ts'
import type { Routes } from '../site.ts'

/** Every way a page opens another: by link, by script, and many at once. */
export function windowRoutes(site: string): Routes {
  return {
    'GET /fenetres': (exchange) =>
      exchange.page(
        page(
          site,
          'Fenêtres',
          html`<p><a href="/fenetre?numero=1" target="_blank">Ouvrir dans un nouvel onglet</a></p>
<p><a href="/fenetre?numero=2" target="_blank" rel="opener">Ouvrir un onglet qui me connaît</a></p>
<form action="/fenetre" method="post" target="_blank"><button>Envoyer dans un nouvel onglet</button></form>
<button onclick="window.open('/fenetre?numero=3')">Ouvrir une fenêtre</button>
<button onclick="window.open('/fenetre?numero=4', 'petite', 'popup,width=320,height=240')">Ouvrir une petite fenêtre</button>
<button onclick="const blank = window.open(''); if (blank) blank.document.body.textContent = 'Page écrite par une autre'">Écrire dans une fenêtre vide</button>
<button onclick="for (let numero = 1; numero <= 50; numero++) window.open('/fenetre?numero=' + numero)">Ouvrir cinquante fenêtres</button>`,
        ),
      ),
    'GET /fenetre': (exchange) => {
      const title = `Fenêtre ${exchange.query('numero')}`
      exchange.page(page(site, title, html`<button onclick="window.close()">Fermer cette fenêtre</button>`))
    },
    'POST /fenetre': (exchange) =>
      exchange.page(page(site, 'Fenêtre envoyée', html`<p role="status">Formulaire reçu.</p>`)),
  }
}
