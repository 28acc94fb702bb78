import type { Kind } from './kind.ts'

/** What the browser's network layer keeps of its own: cookies, cache, validators, preflights, credentials. */
export function networkKinds(thirdParty: string): Kind[] {
  return [
    cookieKind('cookie de session', 'cookie-session'),
    cookieKind('cookie persistant', 'cookie-persistant'),
    cookieKind('cookie HttpOnly', 'cookie-httponly'),
    cookieKind('cookie partitionné', 'cookie-partitionne'),
    {
      name: 'cache HTTP',
      plant: async (token) =>
        (await fetch('/relique-cache', { cache: 'reload', headers: { 'x-jeton': token } })).text(),
      read: async () => {
        const kept = await fetch('/relique-cache', { cache: 'only-if-cached', mode: 'same-origin' }).catch(
          () => null,
        )
        return kept?.ok ? kept.text() : null
      },
    },
    {
      name: 'ETag',
      plant: async (token) =>
        (await fetch('/relique-etag', { cache: 'reload', headers: { 'x-jeton': `"${token}"` } })).text(),
      read: async () => (await fetch('/relique-etag')).text(),
    },
    {
      name: 'prévol CORS',
      plant: (token) => preflighted(thirdParty, token),
      read: async () => {
        const before = await preflightCount(thirdParty)
        await preflighted(thirdParty, 'lecture')
        return (await preflightCount(thirdParty)) === before ? 'connu' : null
      },
    },
    {
      name: 'authentification HTTP',
      plant: (token) =>
        new Promise((resolve) => {
          // fetch() takes no credentials of this sort.
          const request = new XMLHttpRequest()
          request.onloadend = resolve
          request.open('GET', '/auth-basique', true, 'usager', token)
          request.send()
        }),
      read: async () => (await fetch('/auth-basique/connue', { cache: 'no-store' })).text(),
    },
  ]
}

/** The page's own answer has set it; the server tells whether the browser gives it back. */
export function cookieKind(name: string, id: string): Kind {
  return {
    name,
    plant: () => undefined,
    read: async () => ((await (await fetch('/cookies')).json()) as Record<string, string>)[id],
  }
}

async function preflighted(thirdParty: string, token: string): Promise<void> {
  // The full referrer tells the third party whether the page plants or reads.
  await fetch(`${thirdParty}/prevol`, { headers: { 'x-jeton': token }, referrerPolicy: 'unsafe-url' })
}

async function preflightCount(thirdParty: string): Promise<number> {
  const { preflights } = (await (await fetch(`${thirdParty}/prevol`, { cache: 'no-store' })).json()) as {
    preflights: number
  }
  return preflights
}
