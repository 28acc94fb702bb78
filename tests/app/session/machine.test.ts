import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Receipt } from '../../../app/receipt/receipt.ts'
import { type Effect, type Event, next, type State, start } from '../../../app/session/machine.ts'
import { endCauses, helpKinds, languages, notices } from '../../../app/session/visit.ts'
import { clean, unclean, uncleanElsewhere, visit } from '../../doubles/visit.ts'

const cause = fc.constantFrom(...endCauses)
const notice = fc.constantFrom(...notices)
/** Left in the session root, on the clipboard alone, or nowhere. */
const verdict = fc.constantFrom(clean, unclean, uncleanElsewhere)
const receipt = fc.record({
  cause,
  logOuts: fc.constant<Receipt['logOuts']>([]),
  documentsWiped: fc.nat({ max: 3 }),
  verdict,
})
const plain = fc.constantFrom(
  ...([
    'charterAccepted',
    'charterDeclined',
    'agreed',
    'disagreed',
    'leftBeforeStart',
    'visitorShown',
    'visitorUnavailable',
    'noticeAnswered',
    'receiptRead',
    'staffExtended',
    'restAsked',
    'retryAsked',
    'checkByHandAsked',
  ] as const),
)
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: plain.map((type) => ({ type })) },
  fc.record({
    type: fc.constant('recovered' as const),
    verdict,
    interrupted: fc.option(fc.record({ visit: fc.constant(visit), cause })),
  }),
  fc.record({
    type: fc.constant('checkedByHand' as const),
    verdict,
    recorded: fc.boolean(),
    interrupted: fc.option(fc.record({ visit: fc.constant(visit), cause })),
  }),
  fc.record({ type: fc.constant('recordsFailed' as const), problem: fc.constant('disk full') }),
  fc.constantFrom(...languages).map((language) => ({ type: 'languageChosen' as const, language })),
  fc.constantFrom(...helpKinds).map((help) => ({ type: 'helpChosen' as const, help })),
  notice.map((due) => ({ type: 'noticeDue' as const, notice: due })),
  cause.map((why) => ({ type: 'endDue' as const, cause: why })),
  receipt.map((shown) => ({ type: 'wiped' as const, receipt: shown })),
  cause.map((why) => ({ type: 'quitAsked' as const, cause: why })),
)

type Seen = { from: State; event: Event; to: State; effects: readonly Effect[] }

function walk(events: readonly Event[], first: State): Seen[] {
  let from = first
  return events.map((event) => {
    const { state: to, effects } = next(from, event)
    const seen = { from, event, to, effects }
    from = to
    return seen
  })
}

const helped = { ...visit, help: 'facilitation' } as const

/** Starts walks in the middle of things too: random events alone seldom get far. */
const aState: fc.Arbitrary<State> = fc.oneof(
  fc.constant(start().state),
  fc.constant<State>({ at: 'charter', visit }),
  fc.constant<State>({ at: 'charter', visit: helped }),
  fc.constant<State>({ at: 'agreement', visit: helped }),
  fc.constant<State>({ at: 'opening', visit }),
  fc.constant<State>({ at: 'checking' }),
  fc.option(notice).map((shown): State => ({ at: 'active', visit, notice: shown })),
)
const walks = fc.tuple(fc.array(anyEvent, { minLength: 1, maxLength: 40 }), aState)

function everyStep(check: (seen: Seen, walked: readonly Seen[]) => void): void {
  const property = fc.property(walks, ([events, first]) => {
    const walked = walk(events, first)
    for (const seen of walked) check(seen, walked)
  })
  fc.assert(property, { numRuns: 1500 })
}

const beforeAnybody = ['welcome', 'receipt', 'choosing', 'charter', 'agreement', 'desk']

const holdsAPerson = (state: State) => ['opening', 'active', 'ending'].includes(state.at)

/** Whether an event, heard where it was asked for, proves that the next person may come; `null` if it says nothing of it. */
function proofIn(from: State, event: Event): boolean | null {
  if (event.type === 'wiped' && from.at === 'ending') return event.receipt.verdict.clean
  if (event.type === 'recovered' && from.at === 'recovering') return event.verdict.clean
  if (event.type === 'checkedByHand' && from.at === 'checking') {
    const gone = (place: string) =>
      event.verdict.places.some((one) => one.place === place && one.is === 'absent')
    return event.recorded && gone('processes') && gone('sessionRoot')
  }
  return null
}

describe('the session machine', () => {
  test('never lets the next person in before a clean verdict, or a check by hand that holds', () => {
    fc.assert(
      fc.property(walks, ([events, first]) => {
        // What a visitor may have left, as an outsider would keep the books of it.
        let proven = !holdsAPerson(first) && !['recovering', 'checking'].includes(first.at)
        for (const { from, event, to } of walk(events, first)) {
          proven = proofIn(from, event) ?? proven
          if (to.at === 'opening') proven = false
          if (beforeAnybody.includes(to.at)) expect(proven).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('opens a visitor only when the charter was accepted, and with a helper only when both agreed', () => {
    everyStep(({ from, event, to, effects }) => {
      const opens = effects.some((effect) => effect.do === 'open')
      const alone = from.at === 'charter' && from.visit.help === 'alone' && event.type === 'charterAccepted'
      expect(opens).toBe(alone || (from.at === 'agreement' && event.type === 'agreed'))
      if (to.at === 'opening' && from.at !== 'opening') expect(opens).toBe(true)
    })
  })

  test('settles only on such a proof, with the cause and visit of the session that ended', () => {
    everyStep(({ from, event, effects }) => {
      for (const effect of effects) {
        if (effect.do !== 'settle') continue
        expect(proofIn(from, event)).toBe(true)
        const ended = 'interrupted' in event ? event.interrupted : from.at === 'ending' ? from : null
        expect(effect).toEqual({ do: 'settle', visit: ended?.visit, cause: ended?.cause })
      }
    })
  })

  test('ends a session once, in the same way whatever the cause', () => {
    for (const state of [
      { at: 'opening', visit } as const,
      ...[null, ...notices].map((shown) => ({ at: 'active', visit, notice: shown }) as const),
    ]) {
      for (const why of endCauses) {
        const ended = next(state, { type: 'endDue', cause: why })
        expect(ended.state).toEqual({ at: 'ending', visit, cause: why, next: 'receipt' })
        expect(ended.effects).toEqual([{ do: 'end', visit, cause: why }])
        expect(next(ended.state, { type: 'endDue', cause: 'crash' })).toEqual({
          state: ended.state,
          effects: [],
        })
      }
    }
  })

  test('leaves a session only through its end', () => {
    everyStep(({ from, event, to, effects }) => {
      if (from.at !== 'opening' && from.at !== 'active') return
      // Said before a visitor was taken: there is nothing to end.
      if (from.at === 'opening' && event.type === 'recordsFailed') return
      expect(['opening', 'active', 'ending']).toContain(to.at)
      expect(effects.some((effect) => effect.do === 'end')).toBe(to.at === 'ending')
    })
  })

  test('rests for good when its policy cannot be followed, until it is quit', () => {
    const problems = ['policy.json: post is 3: must be of type object.']
    const refused = start(problems)
    expect(refused.effects).toEqual([{ do: 'recover' }])
    const resting: State = { at: 'outOfService', reason: { because: 'policy', problems } }
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (events) => {
        for (const { event, to, effects } of walk(events, refused.state)) {
          if (to.at === 'stopped') return
          expect([refused.state, resting]).toContainEqual(to)
          expect(effects.filter((effect) => effect.do !== 'settle')).toEqual([])
          expect(event.type).not.toBe('quitAsked')
        }
      }),
    )
  })

  test('goes nowhere any more once it has stopped', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(next({ at: 'stopped' }, event)).toEqual({ state: { at: 'stopped' }, effects: [] })
      }),
    )
  })

  test('quits only when that was asked', () => {
    everyStep(({ from, event, effects }) => {
      if (!effects.some((effect) => effect.do === 'quit')) return
      expect(event.type === 'quitAsked' || (from.at === 'ending' && from.next === 'quit')).toBe(true)
    })
  })

  test('starts by dealing with what may have been left', () => {
    expect(start()).toEqual({ state: { at: 'recovering', problems: [] }, effects: [{ do: 'recover' }] })
    for (const event of [
      'charterAccepted',
      'receiptRead',
      'restAsked',
      'retryAsked',
      'checkByHandAsked',
    ] as const) {
      expect(next(start().state, { type: event })).toEqual({ state: start().state, effects: [] })
    }
  })
})
