import type { Problem } from '../policy/problems.ts'
import { matchesHost } from './host.ts'
import type { Service } from './service.ts'

/** The national catalogue as a structure wants it: some hidden, its own added; an added id replaces the national one. */
export function composeCatalogue(
  national: readonly Service[],
  wishes: { hide: readonly string[]; add: readonly Service[] },
): Service[] {
  const added = new Set(wishes.add.map((service) => service.id))
  const kept = national.filter((service) => !wishes.hide.includes(service.id) && !added.has(service.id))
  return [...kept, ...wishes.add]
}

/** What is wrong with a structure's wishes: an id nobody knows hides nothing, one given twice shows only one. */
export function wishProblems(
  national: readonly Service[],
  wishes: { hide: readonly string[]; add: readonly Service[] },
): Problem[] {
  const known = national.map((service) => service.id)
  const unknown = wishes.hide.filter((id) => !known.includes(id))
  const added = wishes.add.map((service) => service.id)
  return [
    ...unknown.map((id) => ({
      key: 'services.hide',
      value: JSON.stringify(id),
      cure: `must be one of ${known.join(', ')}.`,
    })),
    ...added.filter((id, index) => added.indexOf(id) !== index).map((id) => twice('services.add', id)),
  ]
}

/** An id that two entries have. */
export function twice(key: string, id: string): Problem {
  return { key, value: JSON.stringify(id), cure: 'stands twice; give each téléservice an id of its own.' }
}

/** The téléservice a host belongs to. An exact host wins over a pattern. `host` may carry a port. */
export function serviceOfHost(services: readonly Service[], host: string): Service | undefined {
  const exact = services.find((service) => service.hosts.includes(host))
  return exact ?? services.find((service) => service.hosts.some((pattern) => matchesHost(pattern, host)))
}
