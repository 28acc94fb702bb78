import { z } from 'zod'

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
