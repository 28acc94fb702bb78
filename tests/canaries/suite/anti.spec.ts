import { Person } from '../../e2e/person.ts'
import { artefact, newToken } from '../token.ts'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'

/** With a step of the wipe switched off, the same look finds what is left: a suite that cannot fail proves nothing. */
for (const fault of ['sessionRoot:skip', 'processes:skip'])
  test(`the look finds canaries when a step is switched off: ${fault}`, async ({ start, place, sites }) => {
    const post = await start({ ESTRAN_FAULT: fault })
    const person = new Person(post)
    const token = newToken()
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    const { origin } = sites.allocations
    await page.goto(`${origin}/attestation-en-ligne.pdf?jeton=${artefact(token, 'document')}`).catch(() => {})
    const typing = await person.post.web(origin).catch(() => page)
    await typing.goto(`${origin}/connexion`).catch(() => {})
    const shell = await post.shell()
    await expect(shell.getByText('Votre document').first()).toBeVisible()
    await person.end()
    await person.seesHeading('Ce poste est fermé pour le moment')
    const { hits } = await look(place.stateFolder, token)
    expect(hits.map((hit) => hit.artefact)).toContain('document')
  })
