import { html, page } from '../html.ts'
import type { Routes } from '../site.ts'

const articles = Array.from(
  { length: 200 },
  (_, index) => html`<h2 id="article-${index + 1}">Article ${index + 1}</h2>
<p>Ce texte est là pour être long. Il décrit des droits imaginaires, sur un rivage imaginaire, et se lit de haut en bas.</p>`,
)

/** A page to scroll. */
export function longRoutes(site: string): Routes {
  return {
    'GET /long': (exchange) =>
      exchange.page(
        page(site, 'Vos droits', html`<p><a href="#article-200">Aller à la fin</a></p>${articles}`),
      ),
  }
}
