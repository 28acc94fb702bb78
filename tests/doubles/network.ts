import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { Me } from '../../app/contracts/coordinator-accounts.ts'
import { coordinatorApi, csrfHeader } from '../../app/contracts/coordinator-api.ts'
import { type Answer, type Ask, pathOf, type Route } from '../../app/contracts/route.ts'
import { readPairingCode } from '../../app/coordinator/pairing-code.ts'
import type { Role } from '../../app/coordinator/role.ts'
import type { Settings } from '../../main/coordinator/command-line.ts'
import { type Coordinator, startCoordinator } from '../../main/coordinator/coordinator.ts'
import { temporaryFolder } from './temporary-folder.ts'

// Real servers, disks and password hashes on a shared machine can stall for seconds.
vi.setConfig({ testTimeout: 60_000 })

/** Who asks in a test: a cookie and its token, or a post's token. */
export type As = { cookie?: string; csrfToken?: string; token?: string; headers?: Record<string, string> }
export type Said = { status: number; headers: Headers; body: unknown }

export const password = 'un mot de passe assez long'

export const settingsIn = (folder: string, databaseUrl?: string): Settings => ({
  folder,
  databaseUrl,
  metricsToken: 'metrics-token',
  port: 0,
  address: undefined,
  certificateFiles: undefined,
  plainHttp: true,
  trustedProxies: [],
  threshold: 11,
})

/** Starts a coordinator that is stopped when the test has finished. */
export async function startInTest(settings: Settings): Promise<Coordinator> {
  const coordinator = await startCoordinator(settings, {
    pages: join(settings.folder, 'no-pages'),
    version: '0.0.0',
  })
  onTestFinished(() => coordinator.stop())
  return coordinator
}

/** A running coordinator with an admin, and ways to speak to it. */
export type Network = {
  coordinator: Coordinator
  admin: As
  ask<R extends Route>(route: R, asked: Ask<R> & object, as?: As): Promise<Answer<R>>
  say(route: Route, asked: object, as?: As): Promise<Said>
  account(role: Role, siteId?: string | null): Promise<As>
  site(name?: string): Promise<string>
  /** Pairs a post, and resolves to its token. */
  post(name?: string, siteId?: string): Promise<{ id: string; token: string }>
}

/** @param more other settings; a database's address for PostgreSQL */
export async function network(more: Partial<Settings> = {}): Promise<Network> {
  const coordinator = await startInTest({ ...settingsIn(await temporaryFolder()), ...more })
  const said = await say(coordinator.address, coordinatorApi.door.makeFirstAdmin, {
    body: { code: coordinator.firstAdminCode, name: 'admin', password },
  })
  return speakTo(coordinator, signedIn(said))
}

/** The same, to a coordinator where someone is signed in already. */
export function speakTo(coordinator: Coordinator, admin: As): Network {
  const { address } = coordinator
  const ask = async <R extends Route>(
    route: R,
    asked: Ask<R> & object,
    as: As = admin,
  ): Promise<Answer<R>> => {
    const said = await say(address, route, asked, as)
    if (said.status >= 300) throw new Error(`${route.method} ${route.path}: ${JSON.stringify(said.body)}`)
    return said.body as Answer<R>
  }
  let accounts = 0
  const site = async (name = 'Médiathèque') =>
    (await ask(coordinatorApi.sites.create, { body: { name, commune: 'Dax' } })).id
  return {
    coordinator,
    admin,
    ask,
    say: (route, asked, as = admin) => say(address, route, asked, as),
    site,
    account: async (role, siteId = null) => {
      accounts += 1
      const name = `${role} ${accounts}`
      await ask(coordinatorApi.accounts.create, { body: { name, password, role, siteId } })
      return signedIn(await say(address, coordinatorApi.door.signIn, { body: { name, password } }))
    },
    post: async (name = 'Poste 1', siteId) => {
      const body = { name, siteId: siteId ?? (await site()) }
      const { code } = await ask(coordinatorApi.posts.pair, { body })
      const { secret } = readPairingCode(code) ?? { secret: '' }
      const { postId, token } = await ask(coordinatorApi.post.join, { body: { secret } }, {})
      return { id: postId, token }
    },
  }
}

/** What a browser keeps after signing in. */
export function signedIn(said: Said): As {
  if (said.status !== 200) throw new Error(`not signed in: ${JSON.stringify(said.body)}`)
  const cookies = said.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  return { cookie: cookies.join('; '), csrfToken: (said.body as Me).csrfToken }
}

/** Asks a route as anyone would, and resolves to whatever is answered. */
export async function say(address: string, route: Route, asked: object, as: As = {}): Promise<Said> {
  const { body } = asked as { body?: unknown }
  const response = await fetch(address + pathOf(route, asked), {
    method: route.method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(as.cookie === undefined ? {} : { cookie: as.cookie }),
      ...(as.csrfToken === undefined ? {} : { [csrfHeader]: as.csrfToken }),
      ...(as.token === undefined ? {} : { authorization: `Bearer ${as.token}` }),
      ...as.headers,
    },
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}
