import type { Page } from '@playwright/test'
import { elsewhereSite, waysOut } from '../sites/elsewhere.ts'
import { startSecureSite } from '../sites/secure.ts'
import { type Site, startSite } from '../sites/site.ts'
import type { Sites } from '../sites/sites.ts'
import { test as base, expect } from './fixtures.ts'
import type { Person } from './person.ts'
import { startWitness, type Witness } from './witness.ts'

const test = base.extend<{ elsewhere: Site; witness: Witness }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  elsewhere: async ({}, use) => {
    const site = await startSite(elsewhereSite(), 0)
    await use(site)
    await site.stop()
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  witness: async ({}, use) => {
    const witness = await startWitness()
    await use(witness)
    await witness.stop()
  },
})

const open = (navigation: object = {}) => ({
  navigation: { mode: 'open', privateHosts: ['*.localhost'], ...navigation },
})

const told = async (person: Person, heading: string) => {
  const shell = await person.post.shell()
  await expect(shell.getByRole('heading', { level: 1, name: heading })).toBeVisible()
}

/** A link of the page, pressed. */
const follow = (page: Page, address: string, attributes: Record<string, string> = {}) =>
  page.evaluate(([href, more]) => Object.assign(document.createElement('a'), more, { href }).click(), [
    address,
    attributes,
  ] as const)

test.describe('in catalogue mode', () => {
  const ways: Record<string, (page: Page, to: string) => Promise<unknown>> = {
    'by a link': follow,
    'by a link to a new window': (page, to) => follow(page, to, { target: '_blank' }),
    'by a script': (page, to) => page.evaluate((address) => location.assign(address), to),
    'by window.open': (page, to) => page.evaluate((address) => void window.open(address), to),
    'by a redirect': (page, to) => follow(page, `/redirection?vers=${encodeURIComponent(to)}`),
    'by a form': (page, to) =>
      page.evaluate((action) => {
        const form = Object.assign(document.createElement('form'), { action, method: 'post' })
        document.body.append(form)
        form.submit()
      }, to),
  }
  for (const [how, go] of Object.entries(ways)) {
    test(`a site that is no téléservice is not opened ${how}, and the person is told`, async ({
      person,
      sites,
      elsewhere,
    }) => {
      await person.begin()
      const page = await person.open('Allocations', sites.allocations)
      await page.goto(`${sites.allocations.origin}/connexion`)
      await page.getByLabel('Identifiant').fill('à moitié')
      await go(page, `${elsewhere.origin}/`)
      await told(person, 'Ce site n’est pas proposé sur ce poste')
      expect(elsewhere.requests()).toEqual([])

      const shell = await person.post.shell()
      if (/new window|open/.test(how)) await shell.getByRole('button', { name: 'Fermer cette page' }).click()
      else await shell.getByRole('button', { name: 'Revenir à la page d’avant' }).click()
      await expect(shell.getByText('Ce site n’est pas proposé')).toHaveCount(0)
      // Not by a locator: it would wait for the end of the navigation that was refused.
      expect(await page.evaluate(() => document.querySelector<HTMLInputElement>('#identifiant')?.value)).toBe(
        'à moitié',
      )
    })
  }

  test('frames of other sites stay blank, frames of téléservices and files of other sites come', async ({
    person,
    sites,
    elsewhere,
  }) => {
    await person.begin()
    const page = await openAllocations(person, sites)
    await page.evaluate((file) => fetch(file, { mode: 'no-cors' }), `${elsewhere.origin}/relais.js`)
    const framed = [`${elsewhere.origin}/`, `${sites.widgets.origin}/cadre-permis`]
    await page.evaluate((addresses) => {
      // Later: a frame that begins while this is evaluated would take the answer with it.
      setTimeout(() => {
        for (const src of addresses)
          document.body.append(Object.assign(document.createElement('iframe'), { src }))
      })
    }, framed)
    await expect.poll(() => sites.widgets.requests()).toContain('GET /cadre-permis')
    expect(elsewhere.requests()).toEqual(['GET /relais.js'])
  })
})

test.describe('in open mode', () => {
  test.use({ alsoInPolicy: open({ deny: ['refuse.localhost'] }) })

  test('other sites open, those denied do not', async ({ person, sites, elsewhere }) => {
    await person.begin()
    const page = await openAllocations(person, sites)
    const denied = elsewhere.origin.replace('ailleurs', 'refuse')
    await page.evaluate((address) => fetch(address, { mode: 'no-cors' }).catch(() => {}), denied)
    await follow(page, denied)
    await told(person, 'Ce site n’est pas ouvert sur ce poste')
    expect(elsewhere.requests()).toEqual([])
    await follow(page, `${elsewhere.origin}/`)
    await expect(page.getByText('Vous êtes ailleurs.')).toBeVisible()
  })

  for (const way of ['byName', 'byAddress'] as const) {
    test(`a page cannot reach the structure’s own network, ${way}`, async ({
      person,
      sites,
      elsewhere,
      witness,
    }) => {
      await person.begin()
      const page = await openElsewhere(person, sites, elsewhere, witness[way])
      await page.getByText('Tout est essayé.').waitFor()
      const shell = await person.post.shell()
      for (const attributes of [{}, { download: 'x' }, { target: '_blank' }]) {
        await follow(page, `${witness[way]}/page`, attributes)
        await told(person, 'Cette adresse n’est pas sur internet')
        expect(witness.connections()).toBe(0)
        const wayBack = 'target' in attributes ? 'Fermer cette page' : 'Revenir à la page d’avant'
        await shell.getByRole('button', { name: wayBack }).click()
        await expect(shell.getByText('Connexion sécurisée').first()).toBeVisible()
        await page.waitForFunction(() => document.body.textContent?.includes('Tout est essayé.'))
      }
    })
  }

  test('a site that cannot prove who it is is not opened, and nothing opens it all the same', async ({
    person,
    sites,
  }) => {
    const site = await startSecureSite('securise.localhost')
    await person.begin()
    const page = await openAllocations(person, sites)
    await follow(page, `${site.origin}/`)
    await told(person, 'Cette page n’est pas sûre')
    const shell = await person.post.shell()
    await expect(shell.getByRole('main').getByRole('button')).toHaveText([
      'Revenir à la page d’avant',
      'Accueil des services',
    ])
    await shell.getByRole('button', { name: 'Revenir à la page d’avant' }).click()
    await expect(shell.getByText('Connexion sécurisée')).toBeVisible()
    await site.stop()
  })
})

test.describe('where the policy names a private host', () => {
  test.use({
    alsoInPolicy: open({ privateHosts: ['*.localhost', '127.0.0.1'] }),
  })

  test('each of these ways leads there: the refusals above are the rule’s', async ({
    person,
    sites,
    elsewhere,
    witness,
  }) => {
    await person.begin()
    const page = await openElsewhere(person, sites, elsewhere, witness.byAddress)
    await page.getByText('Tout est essayé.').waitFor()
    await expect.poll(() => waysOut.filter((way) => !witness.paths().includes(`/${way}`))).toEqual([])
  })
})

test('a page that asks for a name and a password by HTTP is answered by nobody', async ({
  person,
  sites,
}) => {
  await person.begin()
  const page = await openAllocations(person, sites)
  await follow(page, '/auth-basique')
  await expect(page.getByText('Un nom et un mot de passe sont demandés.')).toBeVisible()
})

test('a page learns no address of the structure’s network by WebRTC', async ({ person, sites }) => {
  await person.begin()
  const page = await openAllocations(person, sites)
  const candidates = await page.evaluate(async () => {
    const connection = new RTCPeerConnection()
    connection.createDataChannel('x')
    const found: string[] = []
    const gathered = new Promise((resolve) => {
      connection.onicecandidate = ({ candidate }) =>
        candidate === null ? resolve(null) : found.push(candidate.candidate)
    })
    await connection.setLocalDescription()
    await gathered
    return found
  })
  expect(candidates.filter((candidate) => candidate !== '')).toEqual([])
})

/** A page that has come whole: what it is told to do is not lost. */
async function openAllocations(person: Person, sites: Sites): Promise<Page> {
  const page = await person.open('Allocations', sites.allocations)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

/** The page that tries every way out, opened by a link as a person would. */
async function openElsewhere(person: Person, sites: Sites, elsewhere: Site, to: string): Promise<Page> {
  const page = await openAllocations(person, sites)
  await follow(page, `${elsewhere.origin}/sorties?vers=${encodeURIComponent(to)}`)
  return page
}
