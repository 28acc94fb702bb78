import { z } from 'zod'
import type { Problem } from '../policy/problems.ts'
import { type Service, serviceSchema } from './service.ts'

/** The catalogue file: `assets/services/national.json`. */
export const catalogueSchema = z.strictObject({
  version: z.string().min(1),
  services: z.array(serviceSchema),
})

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
  const twice = added.filter((id, index) => added.indexOf(id) !== index)
  return [
    ...unknown.map((id) => ({
      key: 'services.hide',
      value: JSON.stringify(id),
      cure: `must be one of ${known.join(', ')}.`,
    })),
    ...twice.map((id) => ({
      key: 'services.add',
      value: JSON.stringify(id),
      cure: 'stands twice; give each téléservice an id of its own.',
    })),
  ]
}

/** The téléservice a host belongs to. An exact host wins over a pattern. `host` may carry a port. */
export function serviceOfHost(services: readonly Service[], host: string): Service | undefined {
  const exact = services.find((service) => service.hosts.includes(host))
  return exact ?? services.find((service) => service.hosts.some((pattern) => matchesHost(pattern, host)))
}

function matchesHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}
