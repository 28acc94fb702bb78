import { createStore } from 'zustand/vanilla'
import type { Me } from '../../app/contracts/coordinator-accounts.ts'

/** Who is signed in at this browser; `unknown` until the coordinator was asked. */
export type Session = { is: 'unknown' } | { is: 'out' } | { is: 'in'; me: Me }

export const session = createStore<Session>(() => ({ is: 'unknown' }))
