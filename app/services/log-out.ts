import { z } from 'zod'
import type { Service } from './service.ts'

/**
 * What became of a téléservice's session on its server.
 * - `confirmed`: the page said so, by a sign named in the recipe
 * - `attempted`: asked, but nothing proves it (HTTP 200 is no proof)
 * - `unavailable`: no recipe, or it could not be carried out in time
 */
export const logOutOutcomes = ['confirmed', 'attempted', 'unavailable'] as const

export const logOutReportSchema = z.object({
  service: z.string().max(40),
  name: z.string().max(40),
  outcome: z.enum(logOutOutcomes),
})
export type LogOutReport = z.infer<typeof logOutReportSchema>

/**
 * Téléservices first, then what people signed in by: a téléservice that is still open, or a page that is loaded to
 * close it, could sign in again through a provider that was closed before it.
 */
export function closingOrder<S extends Pick<Service, 'category'>>(
  services: readonly S[],
): { first: S[]; last: S[] } {
  const isProvider = ({ category }: S) => category === 'identity'
  return {
    first: services.filter((service) => !isProvider(service)),
    last: services.filter(isProvider),
  }
}

/**
 * One report per téléservice visited, whatever the visitor said in time: what is missing is `unavailable`, what was
 * not visited is dropped.
 */
export function completeReports(
  visited: readonly { id: string; name: string }[],
  reported: readonly Pick<LogOutReport, 'service' | 'outcome'>[],
): LogOutReport[] {
  return visited.map(({ id, name }) => ({
    service: id,
    name,
    outcome: reported.find((report) => report.service === id)?.outcome ?? 'unavailable',
  }))
}
