import { type Logger, pino } from 'pino'

/**
 * The log for admins, on stderr for the system's journal: what the post did, never what a person did. No address
 * visited, no file name, no title may enter it. Written at once: the last words before a crash are those that matter.
 */
export const log: Logger = pino(
  { base: null, timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ dest: 2, sync: true }),
)
