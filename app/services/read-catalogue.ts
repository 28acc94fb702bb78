import { z } from 'zod'
import { type Problem, readAs, sentence } from '../policy/problems.ts'
import { twice } from './catalogue.ts'
import { frameHostSchema } from './frame-host.ts'
import { type Service, serviceSchema } from './service.ts'

/** One file of `assets/services/`. */
const catalogueFileSchema = z.strictObject({
  services: z.array(z.unknown()).default([]),
  frameHosts: z.array(frameHostSchema).default([]),
})

export type Catalogue = {
  services: Service[]
  /** Hosts whose pages may stand in a frame of a téléservice's page, and nowhere else. */
  frameHosts: string[]
  /** What is wrong, by file, key and cure. */
  problems: string[]
}

/** Reads the catalogue's files, by their names. An entry that cannot be read is told and left out. */
export function readCatalogue(files: Readonly<Record<string, unknown>>): Catalogue {
  const catalogue: Catalogue = { services: [], frameHosts: [], problems: [] }
  for (const [file, json] of Object.entries(files)) {
    const tell = (problem: Problem) => void catalogue.problems.push(sentence(file, problem))
    const whole = readAs(catalogueFileSchema, json)
    if (!whole.ok) {
      whole.problems.forEach(tell)
      continue
    }
    catalogue.frameHosts.push(...whole.value.frameHosts.flatMap(({ hosts }) => hosts))
    whole.value.services.forEach((entry, index) => {
      const service = readAs(serviceSchema, entry)
      const at = (key: string) => ['services', index, key].filter((part) => part !== '').join('.')
      if (!service.ok) for (const problem of service.problems) tell({ ...problem, key: at(problem.key) })
      else if (catalogue.services.some(({ id }) => id === service.value.id))
        tell(twice(at('id'), service.value.id))
      else catalogue.services.push(service.value)
    })
  }
  return catalogue
}
