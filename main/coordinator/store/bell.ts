/**
 * Tells every coordinator on the same database that something changed: `post:ID` (a command waits for it), `command:ID`
 * (it was answered). Only a hint to look: what is true stands in the database.
 */
export type Bell = {
  ring(topic: Topic): Promise<void>
  /** `all`: rings may have been missed; look at everything. */
  hear(listener: (topic: Topic | 'all') => void): void
  close(): Promise<void>
}
export type Topic = `post:${string}` | `command:${string}` | `revoked:${string}`

/** The bell of the only coordinator there is. */
export function bellWithin(): Bell {
  const listeners: ((topic: Topic | 'all') => void)[] = []
  return {
    ring: async (topic) => {
      for (const listener of listeners) listener(topic)
    },
    hear: (listener) => void listeners.push(listener),
    close: async () => {},
  }
}
