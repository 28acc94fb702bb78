import {
  type Refusal,
  type Rules,
  refusalOfFrame,
  refusalOfPage,
  secureFormOf,
} from '../../app/navigation/rules.ts'
import type { Network } from './network.ts'

/** Where pages of the web may go. */
export type Gate = {
  /** Why a page may not go to this address; `null` when it may. */
  refusalOfPage(address: string): Refusal | null
  refusalOfFrame(address: string): Refusal | null
  /** Why a page that was let through did not come: its name leads where nobody may go. */
  refusalOfFailed(address: string): Refusal | null
  /** What to open in its place, so that TLS is never left; `null` when nothing. */
  secureFormOf(address: string): string | null
}

export function keepGate(rules: () => Rules, network: Network): Gate {
  return {
    refusalOfPage: (address) => refusalOfPage(address, rules()),
    refusalOfFrame: (address) => refusalOfFrame(address, rules()),
    refusalOfFailed: (address) => network.refusalOf(address),
    secureFormOf: (address) => secureFormOf(address, rules().services),
  }
}
