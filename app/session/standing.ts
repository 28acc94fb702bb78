import type { State } from './machine.ts'

/** Whether the screen is the visitor's, unless the guardian has something else to say. */
export function isVisitorsTurn(state: State): boolean {
  return state.at === 'active' && state.notice === null
}

/** Nobody has begun, and nobody wanted the post closed. */
export function isIdle(state: State): boolean {
  return state.at === 'welcome' || (state.at === 'outOfService' && state.reason.because === 'policy')
}

/** A wipe that was not proven keeps the post closed. */
export function isClosedByWipe(state: State): boolean {
  return state.at === 'outOfService' && state.reason.because === 'wipe'
}
