import { randomBytes } from 'node:crypto'
import type { Site } from './site.ts'

/** One-time codes: given to the browser, exchanged by the other site's server for the person's name. */
export class Codes {
  readonly #users = new Map<string, string>()

  issue(user: string): string {
    const code = randomBytes(16).toString('hex')
    this.#users.set(code, user)
    return code
  }

  redeem(code: string): string | undefined {
    const user = this.#users.get(code)
    this.#users.delete(code)
    return user
  }
}

/** Exchanges a code server to server; `undefined` when it is refused. By 127.0.0.1, as Node may not resolve `.localhost`. */
export async function redeemAt(issuer: Site, code: string): Promise<string | undefined> {
  const answer = await fetch(`http://127.0.0.1:${issuer.port}/api/v2/token`, {
    method: 'POST',
    body: new URLSearchParams({ code }),
  })
  if (!answer.ok) return undefined
  const { sub } = (await answer.json()) as { sub: string }
  return sub
}

/** Where a browser may be sent back to: another of these sites, nowhere else. */
export function returnAddress(asked: string): URL {
  const address = new URL(asked)
  if (!address.hostname.endsWith('.localhost'))
    throw new Error(`not an address of these sites: ${address.origin}`)
  return address
}
