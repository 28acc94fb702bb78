import type { Page } from '@playwright/test'
import type { Site } from '../sites/site.ts'
import type { Sites } from '../sites/sites.ts'
import { test as base, expect } from './fixtures.ts'
import type { Person } from './person.ts'
import { testPolicy } from './policy.ts'
import { makePlace } from './post.ts'

type Entry = { id: string; logOut?: object }

/** A post whose téléservices are left by other recipes than usual. */
function leavingBy(recipes: (sites: Sites) => Record<string, object>) {
  return base.extend({
    place: async ({ sites, sessionPolicy }, use) => {
      const policy = testPolicy(sites, sessionPolicy)
      const { services, ...rest } = policy as { services: { hide: string[]; add: Entry[] } }
      const wanted = recipes(sites)
      const add = services.add.map((entry) => ({ ...entry, logOut: wanted[entry.id] ?? entry.logOut }))
      const place = await makePlace({ ...rest, services: { ...services, add } })
      await use(place)
      await place.remove()
    },
  })
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Identifiant').fill('personne-trois')
  await page.getByLabel('Mot de passe').fill('mot-de-passe')
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

/** Ends the session. @returns seconds until the receipt */
async function endOf(person: Person): Promise<number> {
  await person.pressInBar('Terminer ma session')
  const asked = performance.now()
  await person.press('Oui, terminer')
  await person.seesReceipt()
  return (performance.now() - asked) / 1000
}

const last = (site: Site) => site.sessions().at(-1)

const closing = leavingBy(({ impots }) => ({
  impots: {
    by: 'address',
    address: `${impots.origin}/deconnexion?lent=1`,
    confirmed: { addressStartsWith: `${impots.origin}/deconnecte` },
  },
}))

closing.describe('sessions opened at téléservices and through a provider', () => {
  // More than it takes: what is proven is who is closed and when, not how fast a busy machine is.
  closing.use({ sessionPolicy: { logOutSeconds: 30 } })

  closing('are all closed on their servers, the provider’s last', async ({ post, person, sites }) => {
    await person.begin()
    await person.signInOnAllocations(sites.allocations)
    await person.pressInBar('Accueil des services')
    const page = await person.open('Impôts', sites.impots)
    await page.getByRole('link', { name: 'Accéder à mon espace' }).click()
    await page.getByRole('button', { name: 'Se connecter avec IdentitéConnect' }).click()
    await signIn(page)
    await page.getByRole('button', { name: 'Continuer' }).click()
    await expect(page).toHaveURL(`${sites.impots.origin}/compte`)
    const opened = [sites.allocations, sites.impots, sites.identity, sites.provider]
    for (const site of opened) expect(last(site)?.state, site.name).toBe('open')

    await person.end()
    await person.seesReceipt()
    for (const site of opened) expect(last(site)?.state, site.name).toBe('closed')
    await expect(post.guardian.getByText('session fermée')).toHaveCount(3)
    const closedAt = (site: Site) => last(site)?.closedAt?.getTime() ?? Number.NaN
    for (const service of [sites.allocations, sites.impots]) {
      expect(closedAt(sites.identity), 'closed after the téléservices').toBeGreaterThan(closedAt(service))
    }
  })
})

const logOutSeconds = 3
const refusing = leavingBy(({ allocations, travail }) => ({
  allocations: { by: 'address', address: `${allocations.origin}/deconnexion?lent=600` },
  travail: { by: 'address', address: `${travail.origin}/compte/deconnexion-sans-fin` },
}))

refusing.describe('téléservices that refuse to log out', () => {
  refusing.use({ sessionPolicy: { logOutSeconds } })

  refusing(
    'are told as they are, and hold up the wipe no longer than its time',
    async ({ post, person, sites }) => {
      await person.begin()
      const nothingToClose = await endOf(person)
      await person.leave()

      await person.begin()
      await person.signInOnAllocations(sites.allocations)
      await person.pressInBar('Accueil des services')
      const page = await person.open('Travail', sites.travail)
      await page.goto(`${sites.travail.origin}/connexion`)
      await signIn(page)
      await expect(page).toHaveURL(`${sites.travail.origin}/compte`)
      const waited = (await endOf(person)) - nothingToClose

      const told = (name: string) => post.guardian.getByRole('listitem').filter({ hasText: name })
      await expect(told('Travail')).toContainText('fermeture demandée')
      await expect(told('Allocations')).toContainText('pas de fermeture possible')
      for (const site of [sites.travail, sites.allocations]) expect(last(site)?.state, site.name).toBe('open')
      expect(waited, 'positive control: they were waited for').toBeGreaterThan(logOutSeconds / 2)
      expect(waited, 'and no more, but for the half second in which the report arrives').toBeLessThan(
        logOutSeconds + 1.5,
      )
    },
  )
})
