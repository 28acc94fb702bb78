import { readFileSync } from 'node:fs'
import { matchesGlob } from 'node:path'
import { z } from 'zod'
import type { Written } from './trace.ts'

const keptPathsSchema = z.array(
  z.strictObject({
    path: z.string(),
    reason: z.string().min(20),
    /** It is to be gone once the program has quit. */
    whileItRuns: z.literal(true).optional(),
  }),
)

/** The signed-off list: what may stay after a session, and why. */
const signedOff = keptPathsSchema.parse(
  JSON.parse(readFileSync(new URL('./kept-paths.json', import.meta.url), 'utf8')),
)

/**
 * What stayed and is on no line of the list.
 * @param folders what `{state}` and the like stand for in it
 * @param running whether the program runs
 */
export function unsigned(
  kept: readonly Written[],
  folders: Readonly<Record<string, string>>,
  running: boolean,
): Written[] {
  const patterns = signedOff
    .filter(({ whileItRuns }) => running || !whileItRuns)
    .map(({ path }) => path.replace(/\{(\w+)\}/g, (_whole, name) => folders[name] ?? '{unknown}'))
  return kept.filter(({ path }) => !patterns.some((pattern) => matchesGlob(path, pattern)))
}
