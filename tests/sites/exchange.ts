import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Html } from './html.ts'

/** One request and its answer, with the few ways the sites answer. */
export class Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly url: URL

  constructor(request: IncomingMessage, response: ServerResponse, origin: string) {
    this.request = request
    this.response = response
    this.url = new URL(request.url ?? '/', origin)
  }

  /** A query parameter, empty when absent. */
  query(name: string): string {
    return this.url.searchParams.get(name) ?? ''
  }

  header(name: string): string {
    return String(this.request.headers[name] ?? '')
  }

  cookies(): Map<string, string> {
    const pairs = this.header('cookie').split('; ').filter(Boolean)
    return new Map(
      pairs.map((pair) => {
        const [name = '', ...value] = pair.split('=')
        return [name, value.join('=')]
      }),
    )
  }

  setCookie(name: string, value: string, attributes: string): void {
    this.response.appendHeader('set-cookie', `${name}=${value}; Path=/; ${attributes}`)
  }

  async body(): Promise<Buffer> {
    return Buffer.concat(await this.request.toArray())
  }

  async form(): Promise<URLSearchParams> {
    return new URLSearchParams((await this.body()).toString())
  }

  /** A page; never kept in the HTTP cache, as real téléservices do, unless the route has said otherwise. */
  page(content: Html, status = 200): void {
    this.send(content.markup, 'text/html; charset=utf-8', status)
  }

  json(value: unknown, status = 200): void {
    this.send(JSON.stringify(value), 'application/json', status)
  }

  send(content: string, type: string, status = 200): void {
    if (!this.response.hasHeader('cache-control')) this.response.setHeader('cache-control', 'no-store')
    this.response.writeHead(status, { 'content-type': type }).end(content)
  }

  redirect(location: string | URL): void {
    // A header holds bytes: what is no ASCII goes as its UTF-8, as careless servers send it.
    const bytes = Buffer.from(String(location)).toString('latin1')
    this.response.writeHead(303, { location: bytes, 'cache-control': 'no-store' }).end()
  }
}
