import { z } from 'zod'
import { type Service, serviceSchema } from './service.ts'

/** The catalogue file: `assets/services/national.json`. */
export const catalogueSchema = z.strictObject({
  version: z.string().min(1),
  services: z.array(serviceSchema),
})
export type Catalogue = z.infer<typeof catalogueSchema>

/** The national catalogue as a structure wants it: some hidden, its own added; an added id replaces the national one. */
export function composeCatalogue(
  national: readonly Service[],
  wishes: { hide: readonly string[]; add: readonly Service[] },
): Service[] {
  const added = new Set(wishes.add.map((service) => service.id))
  const kept = national.filter((service) => !wishes.hide.includes(service.id) && !added.has(service.id))
  return [...kept, ...wishes.add]
}

/** The téléservice a host belongs to. An exact host wins over a pattern. `host` may carry a port. */
export function serviceOfHost(services: readonly Service[], host: string): Service | undefined {
  const exact = services.find((service) => service.hosts.includes(host))
  return exact ?? services.find((service) => service.hosts.some((pattern) => matchesHost(pattern, host)))
}

function matchesHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}
