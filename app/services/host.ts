import { z } from 'zod'

/** A host, `caf.fr`, or every host below it, `*.caf.fr`. A port may follow for localhost. */
export const hostPatternSchema = z.string().regex(/^(\*\.)?([a-z0-9-]+\.)*[a-z0-9-]+(:\d+)?$/, {
  message: 'must be a host such as "caf.fr" or "*.caf.fr"',
})

/** Whether a host is the one a pattern names, or below it. `host` in lower case, with its port if it has one. */
export function matchesHost(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern
}
