import { accountRoute, logOutRoutes, signInRoutes } from './account.ts'
import { html, page } from './html.ts'
import { addressRoutes } from './pages/addresses.ts'
import { basicAuthRoutes } from './pages/basic-auth.ts'
import { contactRoutes, framedContactRoutes } from './pages/contact.ts'
import { downloadRoutes } from './pages/downloads.ts'
import { longRoutes } from './pages/long.ts'
import { storageRoutes } from './pages/storage.ts'
import { trapRoutes } from './pages/traps.ts'
import { uploadRoutes } from './pages/upload.ts'
import { windowRoutes } from './pages/windows.ts'
import type { Site, SitePlan } from './site.ts'

const name = 'Allocations du Rivage'

/** The main téléservice: its own sign-in, and every page a browser can be tried with. */
export function allocationsSite(widgets: Site): SitePlan {
  return {
    name,
    host: 'allocations',
    routes: (sessions) => ({
      ...signInRoutes(name, sessions),
      ...accountRoute(
        name,
        sessions,
        html`<p><a href="/attestation.pdf">Télécharger mon attestation</a></p>`,
      ),
      ...logOutRoutes(name, sessions),
      ...storageRoutes(name, widgets),
      ...downloadRoutes(name),
      ...uploadRoutes(name),
      ...windowRoutes(name),
      ...trapRoutes(name),
      ...addressRoutes(name),
      ...basicAuthRoutes(name),
      ...longRoutes(name),
      ...contactRoutes(name, sessions),
      ...framedContactRoutes(name, widgets),
      'GET /': (exchange) =>
        exchange.page(
          page(
            name,
            'Vos allocations en ligne',
            html`<p><a href="/compte">Mon compte</a></p>
<ul>
  <li><a href="/documents">Mes documents</a></li>
  <li><a href="/televersement">Envoyer un document</a></li>
  <li><a href="/long">Vos droits, page complète</a></li>
</ul>`,
          ),
        ),
    }),
  }
}
