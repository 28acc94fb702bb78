import { describe, expect, test } from 'vitest'
import { type Event, next, type State, start } from '../../../app/session/machine.ts'
import { endCauses } from '../../../app/session/visit.ts'
import type { Verdict } from '../../../app/wipe/verdict.ts'
import { clean, unclean, uncleanElsewhere, visit } from '../../doubles/visit.ts'

function lead(first: State, ...events: Event[]): State {
  return events.reduce((state, event) => next(state, event).state, first)
}

const welcome: State = { at: 'welcome' }
const charter: State = { at: 'charter', visit }
const active: State = { at: 'active', visit, notice: null }
const receipt = (verdict: Verdict) => ({ cause: 'person' as const, logOuts: [], documentsWiped: 1, verdict })

describe('the way of a session', () => {
  test('goes from welcome over language, help and charter to the visitor', () => {
    const chosen = lead(welcome, { type: 'languageChosen', language: 'en' })
    expect(chosen).toEqual({ at: 'choosing', language: 'en' })
    const read = lead(chosen, { type: 'helpChosen', help: 'assistance' })
    expect(read).toEqual({ at: 'charter', visit: { language: 'en', help: 'assistance' } })
    const agreeing = lead(read, { type: 'charterAccepted' })
    expect(agreeing).toEqual({ at: 'agreement', visit: { language: 'en', help: 'assistance' } })
    expect(lead(agreeing, { type: 'agreed' }, { type: 'visitorShown' })).toEqual({
      at: 'active',
      visit: { language: 'en', help: 'assistance' },
      notice: null,
    })
  })

  test('asks nobody to agree who is alone, and sends whoever does not agree to the desk', () => {
    expect(lead(charter, { type: 'charterAccepted' })).toEqual({ at: 'opening', visit })
    const agreement: State = { at: 'agreement', visit: { language: 'en', help: 'training' } }
    expect(lead(agreement, { type: 'disagreed' })).toEqual({ at: 'desk', language: 'en' })
    expect(lead(agreement, { type: 'leftBeforeStart' })).toEqual(welcome)
    expect(lead(agreement, { type: 'languageChosen', language: 'fr' })).toMatchObject({
      visit: { language: 'fr' },
    })
  })

  test('lets the language be changed while the charter is read, and keeps the help', () => {
    expect(lead(charter, { type: 'languageChosen', language: 'en' })).toEqual({
      at: 'charter',
      visit: { language: 'en', help: 'alone' },
    })
  })

  test('sends whoever declines the charter to the desk, in their language, then welcomes the next', () => {
    const desk = lead(charter, { type: 'charterDeclined' })
    expect(desk).toEqual({ at: 'desk', language: 'fr' })
    expect(lead(desk, { type: 'leftBeforeStart' })).toEqual(welcome)
  })

  test('lets the language be changed in a session, from its opening until the receipt has been read', () => {
    const english = { ...visit, language: 'en' }
    const chosen = { type: 'languageChosen', language: 'en' } as const
    const pages: State[] = [
      { at: 'opening', visit },
      active,
      { at: 'ending', visit, cause: 'person', next: 'receipt' },
      { at: 'receipt', visit, receipt: receipt(clean), feedback: null },
    ]
    for (const page of pages) expect(lead(page, chosen)).toEqual({ ...page, visit: english })
  })

  test('counts what a person thinks of the rules once, and waits for no answer', () => {
    const shown = { at: 'receipt', visit, receipt: receipt(clean), feedback: null } as const
    const first = next(shown, { type: 'feedbackGiven', feedback: 'partly' })
    expect(first.effects).toEqual([{ do: 'note', note: { family: 'feedback', value: 'partly' } }])
    const again = next(first.state, { type: 'feedbackGiven', feedback: 'no' })
    expect(again).toEqual({ state: first.state, effects: [] })
    expect(next(active, { type: 'feedbackGiven', feedback: 'yes' }).effects).toEqual([])
  })

  test('takes a clean end to the receipt, then to welcome', () => {
    const shown = lead(
      active,
      { type: 'endDue', cause: 'person' },
      { type: 'wiped', receipt: receipt(clean) },
    )
    expect(shown).toEqual({ at: 'receipt', visit, receipt: receipt(clean), feedback: null })
    expect(lead(shown, { type: 'receiptRead' })).toEqual(welcome)
  })

  test('closes the post when an end is not clean, whatever was to come next', () => {
    for (const asked of [{ type: 'endDue' }, { type: 'restAsked' }, { type: 'quitAsked' }] as const) {
      const ending = lead(active, { ...asked, cause: 'staff' } as Event)
      expect(lead(ending, { type: 'wiped', receipt: receipt(unclean) })).toEqual({
        at: 'outOfService',
        reason: { because: 'wipe', verdict: unclean },
      })
    }
  })

  test('a visitor that could not be shown is wiped like any other', () => {
    const { state, effects } = next({ at: 'opening', visit }, { type: 'visitorUnavailable' })
    expect(state).toEqual({ at: 'ending', visit, cause: 'crash', next: 'receipt' })
    expect(effects).toEqual([{ do: 'end', visit, cause: 'crash' }])
  })

  test('staff can let the post rest, from a session only once that is wiped', () => {
    expect(lead(welcome, { type: 'restAsked' })).toEqual({
      at: 'outOfService',
      reason: { because: 'staff' },
    })
    expect(lead(active, { type: 'restAsked' })).toEqual({
      at: 'ending',
      visit,
      cause: 'staff',
      next: 'rest',
    })
    expect(lead(active, { type: 'restAsked' }, { type: 'wiped', receipt: receipt(clean) })).toEqual({
      at: 'outOfService',
      reason: { because: 'staff' },
    })
  })

  test('a post asked to stop in a session wipes, counts, then quits', () => {
    for (const cause of endCauses) {
      const ending = next(active, { type: 'quitAsked', cause })
      expect(ending.effects).toEqual([{ do: 'end', visit, cause }])
      const { state, effects } = next(ending.state, { type: 'wiped', receipt: receipt(clean) })
      expect(state).toEqual({ at: 'stopped' })
      expect(effects).toEqual([{ do: 'settle', visit, cause }, { do: 'quit' }])
    }
  })

  test('a retry wipes and reads back again', () => {
    const resting: State = { at: 'outOfService', reason: { because: 'wipe', verdict: unclean } }
    expect(next(resting, { type: 'retryAsked' })).toEqual({
      state: { at: 'recovering', problems: [] },
      effects: [{ do: 'recover' }],
    })
  })
})

describe('a check by hand', () => {
  const resting: State = { at: 'outOfService', reason: { because: 'wipe', verdict: uncleanElsewhere } }
  const interrupted = { visit, cause: 'idle' as const }
  const answer = (verdict: Verdict, recorded: boolean) =>
    next({ at: 'checking' }, { type: 'checkedByHand', verdict, recorded, interrupted })

  test('has the post look again before it is believed', () => {
    expect(next(resting, { type: 'checkByHandAsked' })).toEqual({
      state: { at: 'checking' },
      effects: [{ do: 'checkByHand' }],
    })
    for (const state of [welcome, active, { at: 'outOfService', reason: { because: 'staff' } }] as State[]) {
      expect(next(state, { type: 'checkByHandAsked' })).toEqual({ state, effects: [] })
    }
  })

  test('lets the post go on, and settles what was interrupted', () => {
    for (const verdict of [clean, uncleanElsewhere]) {
      expect(answer(verdict, true)).toEqual({ state: welcome, effects: [{ do: 'settle', ...interrupted }] })
    }
  })

  test('is refused while the session root is there, or when it could not be recorded, and says why', () => {
    const refused = (verdict: Verdict, why: string) => ({
      state: { at: 'outOfService', reason: { because: 'wipe', verdict, refused: why } },
      effects: [],
    })
    expect(answer(unclean, true)).toEqual(refused(unclean, 'left'))
    expect(answer(uncleanElsewhere, false)).toEqual(refused(uncleanElsewhere, 'notRecorded'))
  })
})

describe('a journal that cannot be written', () => {
  test('closes the post before anybody is shown a visitor, and is tried again', () => {
    const told: Event = { type: 'recordsFailed', problem: 'journal.json: the disk is full.' }
    for (const state of [start().state, { at: 'checking' }, { at: 'opening', visit }] as State[]) {
      const rest = lead(state, told)
      expect(rest).toEqual({ at: 'outOfService', reason: { because: 'records', problem: told.problem } })
      expect(next(rest, { type: 'retryAsked' })).toEqual(start())
    }
    expect(lead(active, told)).toEqual(active)
  })
})

describe('a notice', () => {
  const warned: State = { ...active, notice: 'time' }

  test('is answered once', () => {
    const { state, effects } = next(warned, { type: 'noticeAnswered' })
    expect(state).toEqual(active)
    expect(effects).toEqual([{ do: 'extend', notice: 'time' }])
    expect(next(active, { type: 'noticeAnswered' })).toEqual({ state: active, effects: [] })
  })

  test('that warns takes the place of an unanswered « end? », never the other way', () => {
    const asked = lead(active, { type: 'noticeDue', notice: 'end' })
    expect(lead(asked, { type: 'noticeDue', notice: 'idle' })).toEqual({ ...active, notice: 'idle' })
    expect(lead(warned, { type: 'noticeDue', notice: 'end' })).toEqual(warned)
  })

  test('goes when staff make the session longer', () => {
    expect(next(warned, { type: 'staffExtended' })).toEqual({
      state: active,
      effects: [{ do: 'extend', notice: 'time' }],
    })
  })
})
