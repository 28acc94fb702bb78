import { z } from 'zod'
import { isBeforeStart, type State } from '../session/machine.ts'

/** What reception sees of a post: never what a person does there. */
export const postStateSchema = z.strictObject({
  at: z.enum(['starting', 'free', 'inUse', 'ending', 'outOfService']),
  /** Why it is out of service. */
  because: z.enum(['wipe', 'staff', 'policy', 'records']).nullable(),
  /** Minutes until the session ends by itself; only in use. */
  minutesLeft: z.number().int().min(0).max(1440).nullable(),
  /**
   * Names the present use, so that a command meant for one person never reaches the next; a new random value with
   * each use, `null` between two.
   */
  turn: z
    .string()
    .regex(/^[a-z0-9]{4,16}$/)
    .nullable(),
  /** What a person at the desk should look at. */
  attention: z.array(z.enum(['latePage', 'paper', 'disk'])).max(10),
})
export type PostState = z.infer<typeof postStateSchema>

/** Whether a person has begun, and is told of by a turn. */
export function isTurn({ at }: State): boolean {
  return at === 'opening' || at === 'active' || at === 'ending' || at === 'receipt'
}

/**
 * What reception is told of a post.
 * @param secondsLeft of the session, while there is one
 */
export function postStateOf(
  state: State,
  { secondsLeft, turn, attention }: Pick<PostState, 'turn' | 'attention'> & { secondsLeft: number },
): PostState {
  const at = atOf(state)
  return {
    at,
    because:
      state.at === 'outOfService' ? state.reason.because : state.at === 'stopped' ? ('staff' as const) : null,
    minutesLeft: at === 'inUse' ? Math.min(1440, Math.ceil(secondsLeft / 60)) : null,
    turn: isTurn(state) ? turn : null,
    attention,
  }
}

function atOf(state: State): PostState['at'] {
  // Nothing of a person exists yet: reception may send somebody, who will see that a page is being read.
  if (isBeforeStart(state)) return 'free'
  switch (state.at) {
    case 'recovering':
    case 'checking':
      return 'starting'
    case 'opening':
    case 'active':
      return 'inUse'
    case 'ending':
    case 'receipt':
      return 'ending'
    case 'outOfService':
    case 'stopped':
      return 'outOfService'
    default:
      return 'free'
  }
}
