/**
 * The session machine: which state follows which event. No clock, no await, no disk.
 *
 *            recovering ──clean──▶ welcome ──language──▶ choosing ──help──▶ charter ──declined──▶ desk
 *             ▲  │                    ▲                                        │ accepted; with help, agreed on too
 *       retry │  │ not clean          │ read                                   ▼
 *             │  ▼                    │                                     opening ──shown──▶ active ⇄ notice
 *        outOfService ◀─not clean─ ending ◀────────── every cause of an end ───┴────────────────┘
 *         │        ▲                  │ clean
 *  by hand│        │ refused          └────▶ receipt ──▶ welcome
 *         ▼        │
 *        checking ─┴─accepted──▶ welcome
 *
 * With help, `agreement` stands between charter and opening, and leads to the desk when it is refused.
 * `welcome` is reached only from a clean verdict, from a check by hand that was recorded and whose read-back shows session
 * root and processes absent, or from a page before anything of a person could exist.
 */
import { needsAgreement } from '../agreement/agreement.ts'
import { assertNever } from '../lib/assert-never.ts'
import type { Receipt } from '../receipt/receipt.ts'
import type { Feedback, Note } from '../tally/note.ts'
import { passableByHand, type Verdict } from '../wipe/verdict.ts'
import type { EndCause, Help, Language, Notice, Visit } from './visit.ts'

/** Why the post rests, for staff. Problems name file, key and cure. */
export type RestReason =
  /** `refused`: a check by hand was not accepted, for what is left or because it could not be recorded. */
  | { because: 'wipe'; verdict: Verdict; refused?: 'left' | 'notRecorded' }
  | { because: 'staff' }
  | { because: 'policy'; problems: readonly string[] }
  /** The journal cannot be written: a session could not be found again after a power cut. */
  | { because: 'records'; problem: string }

/** Where a finished wipe leads when it is clean. */
export type Next = 'receipt' | 'rest' | 'quit'

export type State =
  /** With problems in the policy, the post rests once it has wiped. */
  | { at: 'recovering'; problems: readonly string[] }
  | { at: 'welcome' }
  | { at: 'choosing'; language: Language }
  | { at: 'charter'; visit: Visit }
  | { at: 'agreement'; visit: Visit }
  | { at: 'desk'; language: Language }
  | { at: 'opening'; visit: Visit }
  | { at: 'active'; visit: Visit; notice: Notice | null }
  | { at: 'ending'; visit: Visit; cause: EndCause; next: Next }
  | { at: 'receipt'; visit: Visit; receipt: Receipt; feedback: Feedback | null }
  | { at: 'outOfService'; reason: RestReason }
  /** Whoever administers the post has looked at it by hand; the post looks once more before it believes so. */
  | { at: 'checking' }
  | { at: 'stopped' }

type Interrupted = { visit: Visit; cause: EndCause } | null

export type Event =
  /** `interrupted`: a session that did not come to its clean end, if there was one. */
  | { type: 'recovered'; verdict: Verdict; interrupted: Interrupted }
  /** `recorded`: the check is in the receipt log, durably. */
  | { type: 'checkedByHand'; verdict: Verdict; recorded: boolean; interrupted: Interrupted }
  | { type: 'recordsFailed'; problem: string }
  | { type: 'languageChosen'; language: Language }
  | { type: 'helpChosen'; help: Help }
  | { type: 'charterAccepted' }
  | { type: 'charterDeclined' }
  | { type: 'agreed' }
  | { type: 'disagreed' }
  | { type: 'leftBeforeStart' }
  | { type: 'visitorShown' }
  | { type: 'visitorUnavailable' }
  | { type: 'noticeDue'; notice: Notice }
  | { type: 'noticeAnswered' }
  | { type: 'endDue'; cause: EndCause }
  | { type: 'wiped'; receipt: Receipt }
  | { type: 'feedbackGiven'; feedback: Feedback }
  | { type: 'receiptRead' }
  | { type: 'staffExtended' }
  | { type: 'restAsked' }
  | { type: 'retryAsked' }
  | { type: 'checkByHandAsked' }
  | { type: 'quitAsked'; cause: EndCause }

/** What the guardian must do, in order, after a step. */
export type Effect =
  | { do: 'recover' }
  | { do: 'checkByHand' }
  | { do: 'open'; visit: Visit }
  | { do: 'extend'; notice: Notice }
  | { do: 'end'; visit: Visit; cause: EndCause }
  | { do: 'settle'; visit: Visit; cause: EndCause }
  | { do: 'note'; note: Note }
  | { do: 'quit' }

export type Step = { state: State; effects: readonly Effect[] }

const step = (state: State, ...effects: Effect[]): Step => ({ state, effects })

/**
 * The state a post starts in: nothing is shown before the read-back of what may have been left.
 * @param problems what is wrong with the policy: it is wiped all the same, then the post is closed whatever is asked
 */
export function start(problems: readonly string[] = []): Step {
  return step({ at: 'recovering', problems }, { do: 'recover' })
}

/** The next state and what to do. An event that does not fit the state changes nothing. */
export function next(state: State, event: Event): Step {
  const same = step(state)
  switch (event.type) {
    case 'recovered':
      return state.at === 'recovering' ? recovered(state.problems, event) : same
    case 'checkedByHand':
      return state.at === 'checking' ? checkedByHand(event) : same
    case 'recordsFailed':
      return recordsFailed(state, event.problem)
    case 'languageChosen':
      return languageChosen(state, event.language)
    case 'helpChosen':
      if (state.at !== 'choosing') return same
      return step({ at: 'charter', visit: { language: state.language, help: event.help } })
    case 'charterAccepted':
      if (state.at !== 'charter') return same
      return needsAgreement(state.visit.help)
        ? step({ at: 'agreement', visit: state.visit })
        : open(state.visit)
    case 'charterDeclined':
      return state.at === 'charter' ? step({ at: 'desk', language: state.visit.language }) : same
    case 'agreed':
      return state.at === 'agreement' ? open(state.visit) : same
    case 'disagreed':
      return state.at === 'agreement' ? step({ at: 'desk', language: state.visit.language }) : same
    case 'leftBeforeStart':
      return isBeforeStart(state) ? step({ at: 'welcome' }) : same
    case 'visitorShown':
      return state.at === 'opening' ? step({ at: 'active', visit: state.visit, notice: null }) : same
    case 'visitorUnavailable':
      // A visitor that could not be shown may still have written: it ends like any other.
      return state.at === 'opening' ? end(state, 'crash', 'receipt') : same
    case 'noticeDue':
      // A due warning takes the place of an unanswered « end? », never the other way: it must be seen in time.
      if (state.at !== 'active' || state.notice === event.notice) return same
      if (event.notice === 'end' && state.notice !== null) return same
      return step({ ...state, notice: event.notice })
    case 'noticeAnswered':
      if (state.at !== 'active' || state.notice === null) return same
      return step({ ...state, notice: null }, { do: 'extend', notice: state.notice })
    case 'staffExtended':
      return state.at === 'active' ? step({ ...state, notice: null }, { do: 'extend', notice: 'time' }) : same
    case 'endDue':
      return end(state, event.cause, 'receipt')
    case 'wiped':
      return state.at === 'ending' ? settle(state, event.receipt) : same
    case 'feedbackGiven':
      // Once: it cannot be taken back from a count, nor given twice.
      if (state.at !== 'receipt' || state.feedback !== null) return same
      return step(
        { ...state, feedback: event.feedback },
        { do: 'note', note: { family: 'feedback', value: event.feedback } },
      )
    case 'receiptRead':
      return state.at === 'receipt' ? step({ at: 'welcome' }) : same
    case 'restAsked':
      if (state.at === 'opening' || state.at === 'active') return end(state, 'staff', 'rest')
      if (state.at === 'ending') return step({ ...state, next: 'rest' })
      if (isShut(state) || state.at === 'stopped') return same
      return step({ at: 'outOfService', reason: { because: 'staff' } })
    case 'retryAsked':
      if (state.at !== 'outOfService' || state.reason.because === 'policy') return same
      return start()
    case 'checkByHandAsked':
      if (state.at !== 'outOfService' || state.reason.because !== 'wipe') return same
      return step({ at: 'checking' }, { do: 'checkByHand' })
    case 'quitAsked':
      if (state.at === 'opening' || state.at === 'active') return end(state, event.cause, 'quit')
      if (state.at === 'ending') return step({ ...state, next: 'quit' })
      return state.at === 'stopped' ? same : step({ at: 'stopped' }, { do: 'quit' })
    default:
      return assertNever(event)
  }
}

/** At welcome it is the start; on any later page it changes what is read, and nothing else. */
function languageChosen(state: State, language: Language): Step {
  switch (state.at) {
    case 'welcome':
    case 'choosing':
      return step({ at: 'choosing', language })
    case 'desk':
      return step({ ...state, language })
    case 'charter':
    case 'agreement':
    case 'opening':
    case 'active':
    case 'ending':
    case 'receipt':
      return step({ ...state, visit: { ...state.visit, language } })
    default:
      return step(state)
  }
}

function recovered(problems: readonly string[], event: Extract<Event, { type: 'recovered' }>): Step {
  const { verdict, interrupted } = event
  const settled: Effect[] = verdict.clean && interrupted !== null ? [{ do: 'settle', ...interrupted }] : []
  // With a broken policy there is no PIN to try again with: what is left is wiped by the next start.
  if (problems.length > 0)
    return step({ at: 'outOfService', reason: { because: 'policy', problems } }, ...settled)
  if (!verdict.clean) return step({ at: 'outOfService', reason: { because: 'wipe', verdict } })
  return step({ at: 'welcome' }, ...settled)
}

function checkedByHand(event: Extract<Event, { type: 'checkedByHand' }>): Step {
  const { verdict, recorded, interrupted } = event
  const refuse = (refused: 'left' | 'notRecorded') =>
    step({ at: 'outOfService', reason: { because: 'wipe', verdict, refused } })
  if (!passableByHand(verdict)) return refuse('left')
  if (!recorded) return refuse('notRecorded')
  return step({ at: 'welcome' }, ...(interrupted === null ? [] : [{ do: 'settle' as const, ...interrupted }]))
}

/** Heard only while no visitor has been shown: nothing of a person is there to be wiped. */
function recordsFailed(state: State, problem: string): Step {
  if (state.at === 'recovering' && state.problems.length > 0) {
    return step({ at: 'outOfService', reason: { because: 'policy', problems: state.problems } })
  }
  if (state.at !== 'recovering' && state.at !== 'checking' && state.at !== 'opening') return step(state)
  return step({ at: 'outOfService', reason: { because: 'records', problem } })
}

const open = (visit: Visit) => step({ at: 'opening', visit }, { do: 'open', visit })

/** Somebody has begun, and nothing of them exists yet. */
export function isBeforeStart({ at }: State): boolean {
  return at === 'choosing' || at === 'charter' || at === 'agreement' || at === 'desk'
}

const isShut = (state: State) =>
  state.at === 'recovering' || state.at === 'checking' || state.at === 'outOfService'

function end(state: State, cause: EndCause, next: Next): Step {
  if (state.at !== 'opening' && state.at !== 'active') return step(state)
  return step({ at: 'ending', visit: state.visit, cause, next }, { do: 'end', visit: state.visit, cause })
}

/** Only a clean verdict counts the use, closes the journal entry and lets the post go on. */
function settle(state: Extract<State, { at: 'ending' }>, receipt: Receipt): Step {
  const { visit, cause } = state
  const { verdict } = receipt
  const quit: Effect[] = state.next === 'quit' ? [{ do: 'quit' }] : []
  if (!verdict.clean) return step({ at: 'outOfService', reason: { because: 'wipe', verdict } }, ...quit)
  const settled: Effect[] = [{ do: 'settle', visit, cause }, ...quit]
  switch (state.next) {
    case 'receipt':
      return step({ at: 'receipt', visit, receipt, feedback: null }, ...settled)
    case 'rest':
      return step({ at: 'outOfService', reason: { because: 'staff' } }, ...settled)
    case 'quit':
      return step({ at: 'stopped' }, ...settled)
    default:
      return assertNever(state.next)
  }
}
