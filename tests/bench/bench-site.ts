import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { now } from './moments.ts'

/** The site that every browser of the bench can reach. */
export type BenchSite = {
  /** A page that tells the site when it is painted. */
  tellingPage: string
  /** When a telling page, loaded from now on, is painted. */
  painted(): Promise<number>
  /** A page made of sixty files. */
  pageOfFiles: string
  /** The page a session begins with, as it is built. */
  visitorPage: string
  stop(): Promise<void>
}

const files = Array.from({ length: 60 }, (_, number) => `/file-${number}.js`)
const script = 'globalThis.loaded = (globalThis.loaded ?? 0) + 1'
const tell = `requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => fetch('/painted')
  port2.postMessage(null)
})`

const pages: Record<string, string> = {
  '/telling': `<!doctype html><title>Page</title><h1>Bienvenue</h1><script>${tell}</script>`,
  '/files': `<!doctype html><title>Page</title><h1>Scripts</h1>${files.map((path) => `<script src="${path}"></script>`).join('')}`,
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Starts it on a free port. @param builtPages folder of the built pages */
export async function startBenchSite(builtPages: string): Promise<BenchSite> {
  let hear: (moment: number) => void = () => {}
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (path === '/painted') hear(now())
    const page = pages[path]
    if (page !== undefined) return answer(response, '.html', page)
    if (files.includes(path)) return answer(response, '.js', script)
    if (!path.startsWith('/visitor/')) return void response.writeHead(204).end()
    const body = await readFile(join(builtPages, path)).catch(() => undefined)
    if (body === undefined) return void response.writeHead(404).end()
    answer(response, extname(path), body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the bench’s site does not listen')
  const origin = `http://bench.localhost:${address.port}`
  return {
    tellingPage: `${origin}/telling`,
    painted: () =>
      new Promise((resolve) => {
        hear = resolve
      }),
    pageOfFiles: `${origin}/files`,
    visitorPage: `${origin}/visitor/index.html`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(response: ServerResponse, kind: string, body: string | Buffer): void {
  response.setHeader('content-type', contentTypes[kind] ?? 'application/octet-stream')
  response.setHeader('cache-control', 'no-store')
  response.end(body)
}
