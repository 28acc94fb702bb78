import { Html, html, page } from '../html.ts'
import type { Routes } from '../site.ts'

const trapScript = new Html(`<script>
  const on = (id, act) => document.getElementById(id).addEventListener('click', act)
  on('retenir', () => {
    addEventListener('beforeunload', (event) => event.preventDefault())
    document.getElementById('etat').textContent = 'Le départ est retenu.'
  })
  on('alertes', () => { for (;;) alert('Encore une alerte') })
  on('imiter', async () => {
    const fake = document.getElementById('fausse-fin')
    fake.hidden = false
    await fake.requestFullscreen()
  })
</script>`)

const blockScript = new Html(`<script>
  setTimeout(() => {
    const seconds = Number(new URLSearchParams(location.search).get('secondes')) || 60
    for (const end = Date.now() + seconds * 1000; Date.now() < end; );
    document.querySelector('[role=status]').textContent = 'Calcul terminé.'
  }, 200)
</script>`)

/** Pages that try to keep a person, to deceive one, or to hang. */
export function trapRoutes(site: string): Routes {
  return {
    'GET /pieges': (exchange) =>
      exchange.page(
        page(
          site,
          'Pièges',
          html`<p role="status" id="etat"></p>
<button id="retenir">Retenir le départ</button>
<button id="alertes">Lancer des alertes sans fin</button>
<button id="imiter">Imiter la fin de session</button>
<section id="fausse-fin" aria-label="Fausse fin de session" style="background: #fff; padding: 4rem; text-align: center" hidden>
  <h2>Votre session est terminée</h2>
  <p>Tout a été effacé.</p>
  <label for="code">Code de l’accueil</label><input type="text" id="code">
</section>${trapScript}`,
        ),
      ),
    'GET /lourde': (exchange) =>
      exchange.page(page(site, 'Page lourde', html`<p role="status">Calcul en cours.</p>${blockScript}`)),
  }
}
