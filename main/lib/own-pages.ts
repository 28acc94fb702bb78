import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { protocol, type Session } from 'electron'

/** Our pages live at `estran://pages/…`, never at `file:`: no page of ours can read the disk. */
const scheme = 'estran'
const origin = `${scheme}://pages/`

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Must run before Electron is ready. */
export function declareOwnPages(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }])
}

/** Serves the built pages to one Electron session. @param root folder of the built pages */
export function serveOwnPages(session: Session, root: string): void {
  session.protocol.handle(scheme, async (request) => {
    const path = normalize(decodeURIComponent(new URL(request.url).pathname))
    const type = contentTypes[extname(path)]
    if (!request.url.startsWith(origin) || type === undefined || path.includes('..')) return notFound()
    try {
      const body = await readFile(join(root, path))
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': type,
          'content-security-policy': contentSecurityPolicy,
          'cache-control': 'no-store',
        },
      })
    } catch {
      return notFound()
    }
  })
}

/** Address of one of our pages. */
export function ownPage(page: 'guardian' | 'visitor'): string {
  return `${origin}${page}/index.html`
}

/** Whether an address is one of our pages. */
export function isOwnPage(address: string): boolean {
  return address.startsWith(origin)
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
