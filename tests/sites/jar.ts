/** An answer and where it came from, redirects followed. */
export type Landing = { address: string; status: number; text: string; response: Response }

/**
 * A person's browser reduced to HTTP: cookies by host, redirects followed across sites. Reaches `.localhost` hosts by
 * 127.0.0.1, as Node may not resolve them.
 */
export class Jar {
  readonly #cookies = new Map<string, Map<string, string>>()

  /** Fetches a page; a `form` is posted. */
  async visit(address: string, form?: Record<string, string>): Promise<Landing> {
    const posted = form && { method: 'POST', body: new URLSearchParams(form) }
    const response = await this.fetch(address, posted)
    const next = response.headers.get('location')
    if (next) return this.visit(new URL(next, address).href)
    return { address, status: response.status, text: await response.text(), response }
  }

  /** One request with this person's cookies, no redirect followed. */
  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address)
    const cookies = this.#of(url.host)
    const headers = new Headers(init.headers)
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    url.hostname = '127.0.0.1'
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (line.includes('Max-Age=0')) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  #of(host: string): Map<string, string> {
    const cookies = this.#cookies.get(host) ?? new Map<string, string>()
    this.#cookies.set(host, cookies)
    return cookies
  }
}
