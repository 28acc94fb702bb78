import { html, page } from '../html.ts'
import type { Routes } from '../site.ts'

/** A file to send: its bytes are counted, nothing else of it is kept. */
export function uploadRoutes(site: string): Routes {
  return {
    'GET /televersement': (exchange) =>
      exchange.page(
        page(
          site,
          'Envoyer un document',
          html`<form method="post" enctype="multipart/form-data">
  <label for="document">Document</label>
  <input type="file" id="document" name="document">
  <button>Envoyer</button>
</form>`,
        ),
      ),
    'POST /televersement': async (exchange) => {
      const headers = { 'content-type': exchange.header('content-type') }
      const form = await new Response(new Uint8Array(await exchange.body()), { headers }).formData()
      const file = form.get('document')
      const bytes = file instanceof File ? file.size : 0
      exchange.page(
        page(site, 'Document envoyé', html`<p role="status">Document reçu\u00a0: ${bytes} octets.</p>`),
      )
    },
  }
}
