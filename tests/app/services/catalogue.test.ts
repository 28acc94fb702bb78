import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeCatalogue, serviceOfHost, wishProblems } from '../../../app/services/catalogue.ts'
import { serviceAt } from '../../doubles/visit.ts'

const caf = serviceAt('caf', ['caf.fr', '*.caf.fr'])
const departement = serviceAt('departement', ['*.fr'])
const local = serviceAt('local', ['allocations.localhost:4001', '*.tiers.localhost:4002'])
const services = [departement, caf, local]
const idAt = (host: string) => serviceOfHost(services, host)?.id

describe('the téléservice of a host', () => {
  test('is the one that names it, before one whose pattern fits', () => {
    expect(idAt('caf.fr')).toBe('caf')
    expect(idAt('mairie.fr')).toBe('departement')
    expect(serviceOfHost([caf], 'connect.caf.fr')?.id).toBe('caf')
  })

  test('is not found by a name that only ends alike', () => {
    for (const host of ['evilcaf.fr', 'caf.fr.evil.example', 'caf.fr:8443', 'fr', '']) {
      expect(serviceOfHost([caf], host)).toBeUndefined()
    }
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{1,12}$/), (prefix) => {
        expect(serviceOfHost([caf], `${prefix}caf.fr`)).toBeUndefined()
        expect(serviceOfHost([caf], `${prefix}.caf.fr`)?.id).toBe('caf')
      }),
    )
  })

  test('is found with the port it names, and no other', () => {
    expect(idAt('allocations.localhost:4001')).toBe('local')
    expect(idAt('a.tiers.localhost:4002')).toBe('local')
    expect(idAt('allocations.localhost:4003')).toBeUndefined()
    expect(idAt('allocations.localhost')).toBeUndefined()
  })
})

describe('the catalogue of a structure', () => {
  const ids = (wishes: Parameters<typeof composeCatalogue>[1]) =>
    composeCatalogue([caf, departement], wishes).map((service) => service.id)

  test('hides what is not wanted and adds its own at the end', () => {
    expect(ids({ hide: [], add: [] })).toEqual(['caf', 'departement'])
    expect(ids({ hide: ['caf', 'unknown'], add: [local] })).toEqual(['departement', 'local'])
  })

  test('tells of an id that hides nothing, and of one given twice', () => {
    expect(wishProblems([caf, departement], { hide: ['caf'], add: [local] })).toEqual([])
    const problems = wishProblems([caf, departement], { hide: ['cav'], add: [local, local] })
    expect(problems).toEqual([
      { key: 'services.hide', value: '"cav"', cure: 'must be one of caf, departement.' },
      { key: 'services.add', value: '"local"', cure: expect.stringMatching(/id of its own/) },
    ])
  })

  test('takes an added téléservice in the place of the national one of the same id', () => {
    const own = serviceAt('caf', ['caf.exemple.fr'])
    expect(composeCatalogue([caf, departement], { hide: [], add: [own] })).toEqual([departement, own])
    expect(ids({ hide: ['caf'], add: [own] })).toEqual(['departement', 'caf'])
  })
})
