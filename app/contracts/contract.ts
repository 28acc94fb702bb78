import type { z } from 'zod'

/** One call over a process boundary: what goes in, what comes back. Both sides check both. */
export type Call = { params: z.ZodType; result: z.ZodType }

/** Calls grouped under people's nouns. Server, client and test doubles all derive from the one object. */
export type Contract = { [group: string]: { [name: string]: Call } }

export type Handlers<C extends Contract> = {
  [G in keyof C]: {
    [N in keyof C[G]]: (
      params: z.output<C[G][N]['params']>,
    ) => Promise<z.input<C[G][N]['result']>> | z.input<C[G][N]['result']>
  }
}

export type Client<C extends Contract> = {
  [G in keyof C]: {
    [N in keyof C[G]]: (params: z.input<C[G][N]['params']>) => Promise<z.output<C[G][N]['result']>>
  }
}

/** What a page's preload gives it, and all it gives: calls by name, and views pushed to it. */
export type PageBridge = {
  call(group: string, name: string, params: unknown): Promise<unknown>
  onView(listener: (view: unknown) => void): void
}
