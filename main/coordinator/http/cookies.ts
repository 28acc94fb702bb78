import type { FastifyReply } from 'fastify'

/** `__Host-` makes a browser refuse the cookie from anywhere but this very host, over TLS. */
export function cookieNames(isSecure: boolean): { signIn: string; knownBrowser: string } {
  const prefix = isSecure ? '__Host-' : ''
  return { signIn: `${prefix}estran`, knownBrowser: `${prefix}estran-known` }
}

const knownBrowserSeconds = 365 * 86_400

/** Out of reach of scripts, and never sent along with what another site asks. */
export function setCookies(
  reply: FastifyReply,
  cookies: { signIn?: string | null; knownBrowser?: string },
  isSecure: boolean,
): void {
  const names = cookieNames(isSecure)
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure } as const
  if (cookies.signIn === null) reply.clearCookie(names.signIn, options)
  else if (cookies.signIn !== undefined) reply.setCookie(names.signIn, cookies.signIn, options)
  if (cookies.knownBrowser !== undefined) {
    reply.setCookie(names.knownBrowser, cookies.knownBrowser, { ...options, maxAge: knownBrowserSeconds })
  }
}
