import { createServer } from 'node:http'
import { hostname } from 'node:os'
import type { Page } from '@playwright/test'
import type { Post } from '../e2e/post.ts'
import { startSecureSite } from '../sites/secure.ts'
import type { Site } from '../sites/site.ts'
import { windowsOnScreen } from './desktop.ts'
import { expect, test } from './fixtures.ts'
import { alone } from './pages.ts'

// The whole web is open: what is refused is refused for where it leads.
test.use({ alsoInPolicy: { navigation: { mode: 'open', privateHosts: ['*.localhost'] } } })

test('addresses of this machine and of its network', async ({ post, page: first, attempts, sites }) => {
  const { origin } = sites.allocations
  let page = first
  const machine = await startMachine()
  try {
    await test.step('control: a host that the policy names is reached', async () => {
      await alone(post, page, `${origin}/adresses`)
      await page.evaluate(
        (address) => fetch(address, { mode: 'no-cors' }).then(() => {}),
        `http://allocations.localhost:${machine.port}/`,
      )
      expect(machine.reached()).toBeGreaterThan(0)
    })
    const ownName = hostname()
    const hosts = [
      ...['127.0.0.1', 'localhost', '127.1', '127.255.255.254', '0x7f000001', '0x7f.1', '017700000001'],
      ...[
        '2130706433',
        '0',
        '0.0.0.0',
        '127.0.0.1.',
        '[::1]',
        '[::]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
      ],
      ...['①②⑦.⓪.⓪.①', 'ip6-localhost', ownName],
    ]
    for (const host of hosts) {
      await attempts.holds(
        `${host === ownName ? 'the machine’s own name' : host}, by page, frame, fetch, image, socket, worker, redirect`,
        async () => {
          await alone(post, page, `${origin}/adresses`)
          const before = machine.reached()
          const address = `http://${host}:${machine.port}/`
          page = await loadUnwatched(post, page, sites.allocations, address)
          await page.goto(address).catch(() => {})
          const heading = await (await post.shell()).getByRole('heading', { level: 1 }).first().textContent()
          expect(machine.reached() - before).toBe(0)
          return `not reached; « ${heading} »`
        },
      )
    }
    const shell = await post.shell()
    for (const host of [
      '169.254.169.254',
      '168.63.129.16',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '[fe80::1]',
      '[fd00::1]',
      '[64:ff9b::a9fe:a9fe]',
      '224.0.0.1',
    ]) {
      await attempts.holds(`http://${host}/`, async () => {
        await alone(post, page, `${origin}/adresses`)
        await page.evaluate((address) => location.assign(address), `http://${host}/`)
        await expect(
          shell.getByRole('heading', { name: 'Cette adresse n’est pas sur internet' }),
        ).toBeVisible()
        return '« Cette adresse n’est pas sur internet »'
      })
    }
    await attempts.holds('the machine’s addresses by WebRTC', async () => {
      await alone(post, page, `${origin}/adresses`)
      const candidates = await page.evaluate(gatherCandidates)
      expect(candidates.join(' ')).not.toMatch(/\b(\d{1,3}\.){3}\d{1,3}\b/)
      return `${candidates.length} candidates, none names an address`
    })
  } finally {
    await machine.stop()
  }
})

test('servers that ask for something', async ({ post, page, attempts, sites }) => {
  const shell = await post.shell()
  const windows = (await windowsOnScreen()).length
  await attempts.holds('HTTP authentication', async () => {
    await page.goto(`${sites.allocations.origin}/auth-basique`)
    await expect(page.getByText('Un nom et un mot de passe sont demandés.')).toBeVisible()
    expect((await windowsOnScreen()).length).toBe(windows)
    return 'answered by nothing; the site’s own page is shown'
  })
  await attempts.holds('a certificate nobody signed', async () => {
    const secure = await startSecureSite('allocations.localhost')
    try {
      await page.goto(`${secure.origin}/`).catch(() => {})
      await expect(shell.getByRole('heading', { name: 'Cette page n’est pas sûre' })).toBeVisible()
      await expect(shell.getByRole('button', { name: /continuer|réessayer/i })).toHaveCount(0)
      await page.keyboard.type('thisisunsafe')
      await expect(shell.getByRole('heading', { name: 'Cette page n’est pas sûre' })).toBeVisible()
    } finally {
      await secure.stop()
    }
    return 'refused in plain words, no way round'
  })
})

/** What listens on this machine, where no page may come. */
async function startMachine(): Promise<{ port: number; reached(): number; stop(): Promise<void> }> {
  let reached = 0
  const servers = ['0.0.0.0', '::1'].map((address) => {
    const server = createServer((_request, response) => response.end('<title>machine</title>'))
    server.on('connection', () => {
      reached += 1
    })
    return { server, address }
  })
  let port = 0
  for (const { server, address } of servers) {
    await new Promise<void>((listening, failed) => {
      server.once('error', failed)
      server.listen(port, address, listening)
    })
    const bound = server.address()
    if (bound !== null && typeof bound === 'object') port = bound.port
  }
  return {
    port,
    reached: () => reached,
    stop: async () => {
      for (const { server } of servers) {
        server.closeAllConnections()
        await new Promise((closed) => server.close(closed))
      }
    },
  }
}

/** Has a page load an address in every way there is; nobody watches, for the frames' sake. @returns the page */
async function loadUnwatched(post: Post, page: Page, site: Site, address: string): Promise<Page> {
  const done = () => site.requests().filter((asked) => asked === 'GET /fini').length
  const before = done()
  const code = `(${load})(${JSON.stringify(address)}).then(() => fetch('/fini'))`
  await page.evaluate((code) => void setTimeout(() => new Function(code)(), 500), code)
  await post.letGo()
  await expect.poll(done).toBe(before + 1)
  return post.web(site.origin)
}

/** Runs in a page: everything it can load with, at once; settles when each has come or failed. */
async function load(address: string): Promise<void> {
  const within = (work: Promise<unknown>) =>
    Promise.race([work.catch(() => {}), new Promise((late) => setTimeout(late, 2000))])
  const element = (tag: 'img' | 'iframe' | 'script', source: string) =>
    new Promise((settled) => {
      const made = document.createElement(tag)
      made.onload = settled
      made.onerror = settled
      made.src = source
      document.body.append(made)
    })
  const socket = new Promise((settled) => {
    const opened = new WebSocket(address.replace(/^http/, 'ws'))
    opened.onopen = settled
    opened.onerror = settled
  })
  const code = `fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).catch(() => {}).then(() => postMessage(0))`
  const worker = new Worker(URL.createObjectURL(new Blob([code])))
  navigator.sendBeacon(address)
  await Promise.all(
    [
      fetch(address, { mode: 'no-cors' }),
      fetch(`/redirection?${new URLSearchParams({ vers: address })}`, { mode: 'no-cors' }),
      element('img', address),
      element('script', address),
      element('iframe', address),
      element('iframe', `/redirection?${new URLSearchParams({ vers: address })}`),
      socket,
      new Promise((settled) => worker.addEventListener('message', settled)),
    ].map(within),
  )
}

/** What a page learns of the machine's network when it prepares a call. */
async function gatherCandidates(): Promise<string[]> {
  const connection = new RTCPeerConnection()
  const found: string[] = []
  connection.onicecandidate = ({ candidate }) => {
    if (candidate?.candidate) found.push(candidate.candidate)
  }
  connection.createDataChannel('essai')
  const gathered = new Promise<void>((done) => {
    connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && done()
  })
  await connection.setLocalDescription(await connection.createOffer())
  await Promise.race([gathered, new Promise((late) => setTimeout(late, 3000))])
  connection.close()
  return found
}
