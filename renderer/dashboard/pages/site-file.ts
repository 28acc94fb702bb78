import { z } from 'zod'

/** What is taken of a place in the national schema of places of digital mediation; its other fields are left. */
const fileSchema = z
  .array(z.object({ id: z.string().min(1), nom: z.string().min(1), commune: z.string().default('') }))
  .min(1)

/** The places of a file of the national schema, in JSON; `null` when it is not one. */
export function sitesOfFile(text: string): { nationalId: string; name: string; commune: string }[] | null {
  try {
    const places = fileSchema.parse(JSON.parse(text))
    return places.map(({ id, nom, commune }) => ({ nationalId: id, name: nom.slice(0, 80), commune }))
  } catch {
    return null
  }
}
