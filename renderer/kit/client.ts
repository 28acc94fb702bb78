import { z } from 'zod'
import type { Client, Contract, PageBridge } from '../../app/contracts/contract.ts'

// Our pages allow no code from strings (CSP), so the schemas must not be compiled into any.
z.config({ jitless: true })

declare global {
  interface Window {
    /** Given by the preload to our own pages alone. */
    readonly estran: PageBridge
  }
}

/** A typed client of a contract: what comes back is checked like what goes out. */
export function clientOf<C extends Contract>(contract: C, bridge: PageBridge = window.estran): Client<C> {
  const groups = Object.entries(contract).map(([group, calls]) => {
    const methods = Object.entries(calls).map(([name, call]) => [
      name,
      async (params: unknown) => call.result.parse(await bridge.call(group, name, call.params.parse(params))),
    ])
    return [group, Object.fromEntries(methods)]
  })
  return Object.fromEntries(groups) as Client<C>
}
