import { Person } from '../../e2e/person.ts'
import { Canaries } from './canaries.ts'
import { expect, test } from './fixtures.ts'

/** With a step of the wipe switched off, the same look finds what is left: a suite that cannot fail proves nothing. */
for (const fault of ['sessionRoot:skip', 'processes:skip'])
  test(`the look finds canaries when a step is switched off: ${fault}`, async ({ start, place, sites }) => {
    // Of its own: what is left on purpose belongs in no table.
    const canaries = new Canaries(place.stateFolder)
    const post = await start({ ESTRAN_FAULT: fault })
    const person = new Person(post)
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    const { origin } = sites.allocations
    const attestation = `${origin}/attestation-en-ligne.pdf?jeton=${canaries.plant('document')}`
    await page.goto(attestation).catch(() => {})
    const shell = await post.shell()
    await expect(shell.getByText('Votre document').first()).toBeVisible()
    await canaries.seen('before')
    await person.end()
    await person.seesHeading('Ce poste est fermé pour le moment')
    const left = await canaries.seen('after')
    expect(left.map((hit) => hit.artefact)).toContain('document')
    expect(() => canaries.expectGone()).toThrow('found after the end')
  })
