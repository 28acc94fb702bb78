import { assertNever } from '../../app/lib/assert-never.ts'
import { type Effect, type Event, next, type State, type Step } from '../../app/session/machine.ts'
import type { EndCause, Notice, Visit } from '../../app/session/visit.ts'
import type { Note } from '../../app/tally/note.ts'
import { log } from '../lib/log.ts'
import { exitCodes } from './exit-codes.ts'

/** What the machine can ask for. Each reports back by the event it resolves with, if the machine waits for one. */
export type Duties = {
  recover(): Promise<Event>
  checkByHand(): Promise<Event>
  open(visit: Visit): Promise<Event>
  extend(notice: Notice): void
  end(visit: Visit, cause: EndCause): Promise<Event>
  settle(visit: Visit, cause: EndCause): Promise<void>
  note(note: Note): Promise<void>
  quit(): Promise<void>
}

/** Runs the session machine: the one place where its state changes and its effects are carried out, in order. */
export type Post = {
  state(): State
  dispatch(event: Event): void
}

/** @param onChange told after each change of state, before the effects of the change */
export function runPost(first: Step, duties: Duties, onChange: (state: State) => void): Post {
  let state = first.state
  let queue: Promise<void> = Promise.resolve()

  const carryOut = async (effect: Effect): Promise<void> => {
    const event = await perform(duties, effect)
    if (event !== undefined) dispatch(event)
  }

  const follow = (step: Step): void => {
    const changed = step.state !== state
    state = step.state
    if (changed) onChange(state)
    for (const effect of step.effects) {
      queue = queue.then(() => carryOut(effect)).catch((error: unknown) => stop(effect, error))
    }
  }

  const dispatch = (event: Event): void => follow(next(state, event))

  // The first effects wait for the next turn: whoever runs the post must hold it before it reports.
  queue = queue.then(() => onChange(state))
  follow(first)
  return { state: () => state, dispatch }
}

async function perform(duties: Duties, effect: Effect): Promise<Event | undefined> {
  switch (effect.do) {
    case 'recover':
      return duties.recover()
    case 'checkByHand':
      return duties.checkByHand()
    case 'open':
      return duties.open(effect.visit)
    case 'extend':
      duties.extend(effect.notice)
      return undefined
    case 'end':
      return duties.end(effect.visit, effect.cause)
    case 'settle':
      await duties.settle(effect.visit, effect.cause)
      return undefined
    case 'note':
      await duties.note(effect.note)
      return undefined
    case 'quit':
      await duties.quit()
      return undefined
    default:
      return assertNever(effect)
  }
}

/** A duty that throws is a defect: the process ends with its journal entry open, and the next start wipes first. */
function stop(effect: Effect, error: unknown): never {
  log.fatal(
    { effect: effect.do, reason: error instanceof Error ? error.message : 'unknown' },
    'a duty failed',
  )
  process.exit(exitCodes.defect)
}
