import { inflateSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Jar } from './jar.ts'
import { type Sites, startSites } from './sites.ts'

let sites: Sites
let person: Jar

beforeEach(async () => {
  sites = await startSites()
  person = new Jar()
})
afterEach(() => sites.stop())

const credentials = { identifiant: 'Ada', motdepasse: 'secret' }
const states = (site: { sessions(): { state: string }[] }) => site.sessions().map(({ state }) => state)

test('signing in opens a session on the server, logging out closes it', async () => {
  const { origin } = sites.allocations
  const refused = await person.visit(`${origin}/connexion`, { identifiant: 'Ada', motdepasse: '' })
  expect(refused.status).toBe(422)
  expect(states(sites.allocations)).toEqual([])

  const account = await person.visit(`${origin}/connexion`, credentials)
  expect(account.address).toBe(`${origin}/compte`)
  expect(account.text).toContain('Bonjour Ada')
  expect(sites.allocations.sessions()).toMatchObject([{ user: 'Ada', state: 'open' }])

  const left = await person.visit(`${origin}/deconnexion`)
  expect(left.address).toBe(`${origin}/deconnecte`)
  expect(left.text).toContain('Vous êtes déconnecté.')
  expect(states(sites.allocations)).toEqual(['closed'])
  expect(sites.allocations.requests()).toContain('GET /deconnexion')
})

test('a cookie kept after log-out opens nothing, another browser sees nothing', async () => {
  const { origin } = sites.allocations
  await person.visit(`${origin}/connexion`, credentials)
  const [session] = sites.allocations.sessions()
  const stolen = { headers: { cookie: `session=${session?.id}` } }
  const account = `http://127.0.0.1:${sites.allocations.port}/compte`
  expect((await fetch(account, stolen)).url).toBe(account)
  expect((await new Jar().visit(`${origin}/compte`)).address).toBe(`${origin}/connexion`)

  await person.visit(`${origin}/deconnexion`)
  expect((await fetch(account, stolen)).url).toMatch(/\/connexion$/)
})

test('the sign-in cookie lasts only when asked to', async () => {
  const setCookie = async (form: Record<string, string>) => {
    const init = { method: 'POST', body: new URLSearchParams(form) }
    return (await person.fetch(`${sites.allocations.origin}/connexion`, init)).headers.get('set-cookie')
  }
  expect(await setCookie(credentials)).toMatch(/HttpOnly; SameSite=Lax$/)
  expect(await setCookie({ ...credentials, souvenir: 'on' })).toContain('Max-Age=31536000')
})

/** Goes through IdentitéConnect as far as its consent page. */
async function askToEnter(): Promise<string> {
  const form = await person.visit(`${sites.impots.origin}/identite`)
  const consent = await person.visit(`${sites.provider.origin}/connexion`, {
    ...credentials,
    retour: new URL(form.address).searchParams.get('retour') ?? '',
  })
  expect(consent.address).toContain(`${sites.identity.origin}/retour`)
  return /name="state" value="(\w+)"/.exec(consent.text)?.[1] ?? ''
}

test('impots is entered through identite and its provider, each with a session of its own', async () => {
  const account = await person.visit(`${sites.identity.origin}/accord`, { state: await askToEnter() })
  expect(account.address).toBe(`${sites.impots.origin}/compte`)
  expect(account.text).toContain('Bonjour Ada')
  for (const site of [sites.impots, sites.identity, sites.provider]) expect(states(site)).toEqual(['open'])

  await person.visit(`${sites.impots.origin}/deconnexion`)
  expect(states(sites.impots)).toEqual(['closed'])
  expect(states(sites.identity)).toEqual(['open'])

  const again = await person.visit(`${sites.impots.origin}/identite`)
  expect(again.address, 'single sign-on asks nothing').toBe(`${sites.impots.origin}/compte`)
  expect(states(sites.impots)).toEqual(['closed', 'open'])
})

test('the log-out of identite closes its session, then the provider’s by a form', async () => {
  await person.visit(`${sites.identity.origin}/accord`, { state: await askToEnter() })
  const chain = await person.visit(`${sites.identity.origin}/api/v2/session/end`)
  expect(states(sites.identity)).toEqual(['closed'])
  expect(states(sites.provider), 'the form has not been sent yet').toEqual(['open'])

  const action = /action="([^"]+)"/.exec(chain.text)?.[1]
  const back = /name="post_logout_redirect_uri" value="([^"]+)"/.exec(chain.text)?.[1] ?? ''
  const end = await person.visit(`${action}?${new URLSearchParams({ post_logout_redirect_uri: back })}`)
  expect(end.address).toBe(`${sites.identity.origin}/deconnecte`)
  expect(end.text).toContain('Vous êtes déconnecté d’IdentitéConnect.')
  expect(states(sites.provider)).toEqual(['closed'])
})

test('a code or a state that was not given out opens nothing', async () => {
  const forged = await person.visit(`${sites.impots.origin}/retour?code=forged&state=forged`)
  expect(forged.status).toBe(400)
  expect((await person.visit(`${sites.identity.origin}/accord`, { state: 'forged' })).status).toBe(400)
  expect(states(sites.impots)).toEqual([])
})

test('travail answers 200 to a log-out and closes nothing', async () => {
  await person.visit(`${sites.travail.origin}/connexion`, credentials)
  const answer = await person.visit(`${sites.travail.origin}/compte/deconnexion`)
  expect(answer.status).toBe(200)
  expect(states(sites.travail)).toEqual(['open'])
})

test('the attestation is a PDF whose offsets hold, at any size', async () => {
  for (const query of ['?jeton=canari', '?jeton=canari&taille=300000']) {
    const response = await person.fetch(`${sites.allocations.origin}/attestation.pdf${query}`)
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.length).toBe(Number(response.headers.get('content-length')))
    if (query.includes('taille')) expect(bytes.length).toBeGreaterThanOrEqual(300_000)

    const text = bytes.toString('latin1')
    expect(text).toMatch(/^%PDF-1\.4\n/)
    expect(text).toContain('(Attestation de droits canari)')
    const xref = Number(/startxref\n(\d+)/.exec(text)?.[1])
    expect(text.slice(xref, xref + 5)).toBe('xref\n')
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset))
    expect(offsets.map((offset) => text.slice(offset, offset + 7))).toEqual(
      [1, 2, 3, 4, 5].map((id) => `${id} 0 obj`),
    )
  }
})

test('a PDF to read online is not a download, a photo is a PNG bearing the token', async () => {
  const online = await person.fetch(`${sites.allocations.origin}/attestation-en-ligne.pdf`)
  expect(online.headers.get('content-disposition')).toBeNull()
  expect(online.headers.get('content-type')).toBe('application/pdf')

  const photo = await person.fetch(`${sites.allocations.origin}/photo.png?jeton=canari`)
  const bytes = Buffer.from(await photo.arrayBuffer())
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  expect(bytes.includes('canari')).toBe(true)
  const data = bytes.indexOf('IDAT')
  expect(inflateSync(bytes.subarray(data + 4, data + 4 + bytes.readUInt32BE(data - 4))).length).toBe(
    64 * (1 + 64 * 3),
  )
})

test('a slow download takes its time, a cut one fails half-way', async () => {
  const { origin } = sites.allocations
  const start = performance.now()
  const slow = await person.fetch(`${origin}/attestation.pdf?lent=1&taille=20000&debit=40000`)
  expect((await slow.arrayBuffer()).byteLength).toBeGreaterThanOrEqual(20_000)
  expect(performance.now() - start).toBeGreaterThan(400)

  const cut = await person.fetch(`${origin}/attestation.pdf?interrompue=1&taille=1000000`)
  let received = 0
  const reading = async () => {
    for await (const chunk of cut.body ?? []) received += chunk.length
  }
  await expect(reading()).rejects.toThrow()
  expect(received).toBe(Math.floor(Number(cut.headers.get('content-length')) / 2))
})

test('an upload is counted in bytes', async () => {
  const body = new FormData()
  body.set('document', new File(['x'.repeat(12_345)], 'avis.txt'))
  const answer = await person.fetch(`${sites.allocations.origin}/televersement`, { method: 'POST', body })
  expect(await answer.text()).toContain('Document reçu\u00a0: 12345 octets.')
})

test('basic authentication refuses, then lets in', async () => {
  const reserved = `${sites.allocations.origin}/auth-basique`
  const refused = await person.fetch(reserved)
  expect(refused.status).toBe(401)
  expect(refused.headers.get('www-authenticate')).toContain('Basic')
  const headers = { authorization: `Basic ${btoa('usager:secret')}` }
  expect((await person.fetch(reserved, { headers })).status).toBe(200)
})

test('what a person typed is escaped on the page', async () => {
  const user = '<script>alert(1)</script>'
  const account = await person.visit(`${sites.allocations.origin}/connexion`, {
    ...credentials,
    identifiant: user,
  })
  expect(account.text).not.toContain(user)
  expect(account.text).toContain('&#60;script&#62;')
})

test('every page answers in French with a title and one heading', async () => {
  const paths =
    '/ /connexion /documents /televersement /fenetres /fenetre /pieges /lourde /adresses /long /stockage /lecture'
  for (const path of paths.split(' ')) {
    const { status, text } = await person.visit(sites.allocations.origin + path)
    expect(status, path).toBe(200)
    expect(text, path).toMatch(/<html lang="fr">[\s\S]*<title>[^<]+ – Allocations du Rivage<\/title>/)
    expect(text.match(/<h1>/g), path).toHaveLength(1)
  }
  expect((await person.visit(`${sites.allocations.origin}/nulle-part`)).status).toBe(404)
})
