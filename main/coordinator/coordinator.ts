/** The composition root: the only place where the parts of the coordinator are made and joined. */
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { answerWithinSeconds } from '../../app/coordinator/command.ts'
import { log } from '../lib/log.ts'
import { systemScheduler } from '../lib/scheduler.ts'
import { openBooks } from './books/books.ts'
import { linkBook } from './books/links.ts'
import { keepPresence } from './books/presence.ts'
import { fingerprintOf, ownAddresses, ownCertificate, readCertificate } from './certificate.ts'
import type { Settings } from './command-line.ts'
import { passwords as keepPasswords } from './door/passwords.ts'
import { accountHandlers } from './handlers/accounts.ts'
import { doorHandlers } from './handlers/door.ts'
import { figureHandlers } from './handlers/figures.ts'
import { meHandlers } from './handlers/me.ts'
import { linkHandlers } from './handlers/post.ts'
import { postHandlers, type Whereabouts } from './handlers/posts.ts'
import { serviceHandlers } from './handlers/service.ts'
import { siteCodeHandlers } from './handlers/site-codes.ts'
import { siteHandlers } from './handlers/sites.ts'
import { linkHub } from './http/link-hub.ts'
import { keepMetrics } from './http/metrics.ts'
import { createServer } from './http/server.ts'
import { newId } from './secrets.ts'
import { openStore } from './store/store.ts'

const forgetEverySeconds = 3600
/** How long a stop waits for answers under way. The longest is that of a command. */
const farewellSeconds = 2 * answerWithinSeconds

export type Coordinator = {
  /** `https://name:port` */
  address: string
  /** SHA-256 of the certificate, in hex; `null` over plain HTTP. */
  fingerprint: string | null
  /** Lets the first admin in, as long as there is none. */
  firstAdminCode: string | null
  /** Answers what was asked, closes the links, then everything else. Repeating it is safe. */
  stop(): Promise<void>
}

/**
 * Starts a coordinator.
 * @param pages folder of the built dashboard
 * @throws when the database, the certificate or the port cannot be used
 */
export async function startCoordinator(
  settings: Settings,
  { pages, version }: { pages: string; version: string },
): Promise<Coordinator> {
  await mkdir(settings.folder, { recursive: true, mode: 0o700 })
  const host = settings.address ?? (settings.plainHttp ? '127.0.0.1' : (ownAddresses()[0] ?? 'localhost'))
  const certificate = await certificateFor(settings, host)
  const store = await openStore(settings.folder, settings.databaseUrl)
  const books = openBooks(store)
  const instanceId = newId()
  const presence = await keepPresence(store, instanceId)
  const hub = linkHub({ books, links: linkBook(store, instanceId), bell: store.bell })
  const metrics = keepMetrics(hub.size)
  const passwords = keepPasswords()
  const whereabouts: Whereabouts = {
    host,
    port: settings.port,
    fingerprint: certificate === null ? null : fingerprintOf(certificate).slice(0, 32),
  }
  let stopping: Promise<void> | null = null

  const server = await createServer({
    books,
    hub,
    metrics,
    certificate,
    pages,
    metricsToken: settings.metricsToken,
    trustedProxies: settings.trustedProxies,
    handlers: {
      service: serviceHandlers(store, metrics, version, () => stopping !== null),
      door: doorHandlers(books, passwords),
      me: meHandlers(books, passwords),
      accounts: accountHandlers(books, passwords),
      audit: { list: ({ query }) => books.audit.list(query.before) },
      sites: siteHandlers(books),
      siteCodes: siteCodeHandlers(books, whereabouts),
      posts: postHandlers(books, store.bell, whereabouts),
      figures: figureHandlers(books, settings.threshold),
      post: linkHandlers(books, store.bell),
    },
  })

  const forget = async () => {
    for (const book of [books.audit, books.commands, books.signIns, books.knownBrowsers]) await book.forget()
  }
  const stopForgetting = systemScheduler.every(forgetEverySeconds, () => {
    forget().catch(() => log.warn('what is too old could not be forgotten'))
  })
  const stop = async () => {
    hub.close()
    stopForgetting()
    // A browser keeps connections ready that it never uses; a post that lost its cable does not answer a farewell.
    const stopWaiting = systemScheduler.after(farewellSeconds, () => {
      hub.cut()
      server.server.closeAllConnections()
    })
    await server.close()
    stopWaiting()
    await presence.stop()
    await store.close()
  }

  try {
    await server.listen({ port: settings.port, host: settings.plainHttp ? '127.0.0.1' : '0.0.0.0' })
  } catch (error) {
    await stop()
    throw error
  }
  whereabouts.port = (server.server.address() as AddressInfo).port
  return {
    address: `${certificate === null ? 'http' : 'https'}://${host}:${whereabouts.port}`,
    fingerprint: certificate === null ? null : fingerprintOf(certificate),
    firstAdminCode: (await books.accounts.hasAdmin()) ? null : await books.firstAdmin.print(),
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

async function certificateFor({ plainHttp, certificateFiles, folder }: Settings, host: string) {
  if (plainHttp) return null
  if (certificateFiles === undefined) return ownCertificate(folder, host)
  return readCertificate(certificateFiles.certificate, certificateFiles.key)
}
