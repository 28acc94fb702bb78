import type {
  EndingStep,
  GuardianPage,
  GuardianView,
  NetworkStanding,
  StaffAction,
  StaffView,
} from '../../app/contracts/guardian-page.ts'
import { assertNever } from '../../app/lib/assert-never.ts'
import type { Comfort } from '../../app/session/comfort.ts'
import type { State } from '../../app/session/machine.ts'
import type { Language } from '../../app/session/visit.ts'
import type { Settings } from './settings.ts'
import type { DeskState } from './staff/staff-desk.ts'

/** What changes from second to second, beside the state. */
export type Moment = {
  secondsLeft: number
  extensionMinutes: number
  receiptSecondsLeft: number
  /** Until a page before the start is left, once that is announced. */
  leavesInSeconds: number | null
  /** Languages that can be read aloud. */
  spoken: readonly Language[]
  documents: number
  endingStep: EndingStep
  /** Counts and receipts that the disk does not take: what, why, and what to do. */
  recordTroubles: readonly string[]
  /** What reception says to the person. */
  message: string | null
  network: NetworkStanding | null
  /** What is wrong with a policy that was changed since the start, and is not followed. */
  policyTroubles: readonly string[]
}

/** The view of the guardian's page. What is left on a post reaches it only when the staff page is open. */
export function guardianView(
  { policy, about, logo, keepings }: Pick<Settings, 'policy' | 'about' | 'logo' | 'keepings'>,
  comfort: Comfort,
  state: State,
  desk: DeskState,
  moment: Moment,
): GuardianView {
  const { structure, desk: whereToGo } = policy.post
  return {
    structure,
    brand: { colour: policy.brand.colour ?? null, logo },
    desk: whereToGo,
    rules: policy.rules,
    languages: policy.languages,
    comfort,
    spoken: [...moment.spoken],
    leavesInSeconds: moment.leavesInSeconds,
    page: pageOf(state, moment, keepings),
    staff: staffView(state, desk, moment),
    about,
  }
}

function pageOf(state: State, moment: Moment, keepings: Settings['keepings']): GuardianPage {
  switch (state.at) {
    case 'active': {
      const { secondsLeft, extensionMinutes, documents, message } = moment
      return {
        ...state,
        secondsLeft: state.notice === null ? 0 : secondsLeft,
        extensionMinutes,
        // A warning comes first: it must be seen in time.
        message: state.notice === null ? message : null,
        documents,
        keepings: [...keepings],
      }
    }
    case 'ending':
      return { at: 'ending', visit: state.visit, cause: state.cause, step: moment.endingStep }
    case 'receipt':
      return { ...state, secondsLeft: moment.receiptSecondsLeft }
    case 'outOfService':
      return { at: 'outOfService', because: state.reason.because }
    case 'recovering':
    case 'checking':
      return { at: 'recovering' }
    case 'welcome':
    case 'choosing':
    case 'charter':
    case 'agreement':
    case 'desk':
    case 'opening':
    case 'stopped':
      return state
    default:
      return assertNever(state)
  }
}

function staffView(state: State, desk: DeskState, moment: Moment): StaffView {
  if (desk.is === 'closed') return desk
  const { policyTroubles, recordTroubles, network } = moment
  const open = { is: 'open' as const, policyTroubles: [...policyTroubles], network, byHand: null }
  if (state.at === 'outOfService' && state.reason.because === 'policy') {
    // Read anew each time it changes: what is wrong by now.
    const problems = policyTroubles.length > 0 ? policyTroubles : state.reason.problems
    return { ...open, places: [], problems: [...problems], policyTroubles: [], actions: [] }
  }
  if (desk.is !== 'open') return desk
  const reason = state.at === 'outOfService' ? state.reason : null
  const problems = reason?.because === 'records' ? [reason.problem] : [...recordTroubles]
  const actions = actionsIn(state, moment)
  if (reason?.because !== 'wipe') return { ...open, places: [], problems, actions }
  const byHand = desk.admin === null ? null : { ...desk.admin, refused: reason.refused ?? null }
  return { ...open, places: reason.verdict.places, problems, actions, byHand }
}

function actionsIn(state: State, moment: Moment): StaffAction[] {
  switch (state.at) {
    case 'active':
      return moment.extensionMinutes > 0
        ? ['extend', 'endSession', 'rest', 'quit']
        : ['endSession', 'rest', 'quit']
    case 'outOfService':
      return ['retry', 'quit']
    case 'ending':
    case 'recovering':
    case 'checking':
    case 'stopped':
      return []
    default:
      return ['rest', 'quit']
  }
}
