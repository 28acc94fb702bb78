import { html, page } from '../html.ts'
import type { Routes } from '../site.ts'

const unwelcome = [
  'file:///etc/passwd',
  'view-source:http://allocations.localhost/',
  'chrome://version/',
  'devtools://devtools/bundled/inspector.html',
  'javascript:document.title="javascript"',
  'data:text/html,<title>data</title>',
  'mailto:accueil@exemple.test',
  'tel:0000000000',
  'ssh://exemple.test',
  'ms-settings:privacy',
  'http://169.254.169.254/latest/meta-data/',
]

/** Addresses no page should lead to: by link, by window.open, in a frame and by redirect. */
export function addressRoutes(site: string): Routes {
  return {
    'GET /adresses': (exchange) => {
      const rows = unwelcome.map(
        (address) => html`<tr>
  <td><a href="${address}">${address}</a></td>
  <td><a href="${address}" target="_blank" aria-label="Onglet ${address}">onglet</a></td>
  <td><a href="${address}" target="cadre" aria-label="Cadre ${address}">cadre</a></td>
  <td><a href="/redirection?${String(new URLSearchParams({ vers: address }))}" aria-label="Redirection ${address}">redirection</a></td>
</tr>`,
      )
      exchange.page(
        page(
          site,
          'Adresses',
          html`<table>${rows}</table>
<p><a id="blob" href="">blob</a></p>
<iframe name="cadre" title="Cadre"></iframe>
<script>document.getElementById('blob').href = URL.createObjectURL(new Blob(['<title>blob</title>'], { type: 'text/html' }))</script>`,
        ),
      )
    },
    'GET /redirection': (exchange) => exchange.redirect(exchange.query('vers')),
  }
}
