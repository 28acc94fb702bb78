import { assertNever } from '../lib/assert-never.ts'
import { type Event, next, type State } from '../session/machine.ts'
import type { Command, Outcome } from './command.ts'

/** What is heeded: the state of the post, the use that is on screen, and whether a session can still be made longer. */
export type Present = { state: State; turn: string | null; canExtend: boolean }

/** What becomes of a command, and the event by which it does. A message has none: it changes no state. */
export type Heeded = { outcome: Outcome; event: Event | null }

const notPossible: Heeded = { outcome: 'notPossible', event: null }
const already: Heeded = { outcome: 'done', event: null }

/** What a post does when reception asks. Two desks that ask for the same get the same answer. */
export function heed(command: Command, present: Present): Heeded {
  const { state, turn, canExtend } = present
  if ('turn' in command && command.turn !== turn) return { outcome: 'anotherTurn', event: null }
  switch (command.do) {
    case 'end':
      if (state.at === 'ending' || state.at === 'receipt') return already
      return through(state, { type: 'endDue', cause: 'staff' })
    case 'extend':
      return canExtend ? through(state, { type: 'staffExtended' }) : notPossible
    case 'message':
      return state.at === 'active' ? already : notPossible
    case 'close':
      return state.at === 'outOfService' ? already : through(state, { type: 'restAsked' })
    case 'open':
      // What closed it is looked at again first: a post that is not proven clean stays closed.
      if (state.at === 'outOfService') return through(state, { type: 'retryAsked' })
      return state.at === 'checking' || state.at === 'stopped' ? notPossible : already
    default:
      return assertNever(command)
  }
}

/** The machine knows whether an event fits. */
function through(state: State, event: Event): Heeded {
  return next(state, event).state === state ? notPossible : { outcome: 'done', event }
}
