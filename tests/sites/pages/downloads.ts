import type { Exchange } from '../exchange.ts'
import { type FileBody, sendFile } from '../files/file-body.ts'
import { pdf } from '../files/pdf.ts'
import { png } from '../files/png.ts'
import { html, page } from '../html.ts'
import type { Routes } from '../site.ts'

const slowBytesPerSecond = 20_000
const slowLengthBytes = 200_000

/** Documents to download; see the README for the query of `/attestation.pdf`. */
export function downloadRoutes(site: string): Routes {
  return {
    'GET /documents': (exchange) =>
      exchange.page(
        page(
          site,
          'Mes documents',
          html`<ul>
  <li><a href="/attestation.pdf">Attestation (PDF)</a></li>
  <li><a href="/attestation-en-ligne.pdf">Attestation, à lire en ligne (PDF)</a></li>
  <li><a href="/attestation.pdf?lent=1">Attestation, réseau lent (PDF)</a></li>
  <li><a href="/attestation.pdf?interrompue=1">Attestation, réseau coupé (PDF)</a></li>
  <li><a href="/photo.png">Photo (PNG)</a></li>
</ul>`,
        ),
      ),
    'GET /attestation.pdf': (exchange) => send(exchange, attestation(exchange), 'attestation.pdf'),
    'GET /attestation-en-ligne.pdf': (exchange) => send(exchange, attestation(exchange)),
    'GET /photo.png': (exchange) => send(exchange, png(exchange.query('jeton')), 'photo.png'),
    'GET /photo-en-ligne.png': (exchange) => send(exchange, png(exchange.query('jeton'))),
  }
}

function attestation(exchange: Exchange): FileBody {
  const lengthBytes = Number(exchange.query('taille')) || (exchange.query('lent') ? slowLengthBytes : 0)
  return pdf(`Attestation de droits ${exchange.query('jeton')}`, lengthBytes)
}

function send(exchange: Exchange, file: FileBody, savedAs?: string): Promise<void> {
  exchange.response.setHeader('cache-control', 'no-store')
  const name = exchange.query('nom') || savedAs
  if (name) exchange.response.setHeader('content-disposition', `attachment; filename="${name}"`)
  const slow = Number(exchange.query('debit')) || slowBytesPerSecond
  return sendFile(exchange.response, file, {
    bytesPerSecond: exchange.query('lent') ? slow : Number.POSITIVE_INFINITY,
    halfWay: exchange.query('interrompue') ? 'cut' : exchange.query('arret') ? 'stall' : 'goOn',
  })
}
