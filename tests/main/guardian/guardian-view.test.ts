import { describe, expect, test } from 'vitest'
import { type About, guardianViewSchema } from '../../../app/contracts/guardian-page.ts'
import { policySchema } from '../../../app/policy/policy.ts'
import type { State } from '../../../app/session/machine.ts'
import { guardianView } from '../../../main/guardian/guardian-view.ts'
import type { DeskState } from '../../../main/guardian/staff/staff-desk.ts'
import { clean, unclean, visit } from '../../doubles/visit.ts'

const policy = policySchema.parse({ post: { structure: 'Médiathèque' } })
const about: About = {
  version: '0.1.0',
  runtime: 'test',
  electron: '33.4.11',
  chromium: '130',
  isolation: 'folders',
  sessionRoot: 'memory',
}
const moment = {
  secondsLeft: 42,
  extensionMinutes: 15,
  receiptSecondsLeft: 60,
  documents: 2,
  endingStep: 'wipe' as const,
}
const viewOf = (state: State, desk: DeskState = { is: 'closed' }, now = moment) =>
  guardianView(policy, about, state, desk, now)

const receipt = { cause: 'person' as const, logOuts: [], documentsWiped: 0, verdict: clean }
const closedByWipe: State = { at: 'outOfService', reason: { because: 'wipe', verdict: unclean } }
const states: State[] = [
  { at: 'recovering', problems: [] },
  { at: 'welcome' },
  { at: 'stopped' },
  { at: 'choosing', language: 'fr' },
  { at: 'desk', language: 'en' },
  { at: 'charter', visit },
  { at: 'opening', visit },
  { at: 'active', visit, notice: null },
  { at: 'active', visit, notice: 'closing' },
  { at: 'ending', visit, cause: 'idle', next: 'rest' },
  { at: 'receipt', visit, receipt },
  closedByWipe,
  { at: 'outOfService', reason: { because: 'staff' } },
]
const desks: DeskState[] = [
  { is: 'closed' },
  { is: 'unavailable' },
  { is: 'locked', wrong: true, waitSeconds: 30 },
  { is: 'open' },
]

describe('the view of the guardian’s page', () => {
  test('is always as the contract says, and shows the page of the state', () => {
    for (const state of states) {
      for (const desk of desks) {
        const view = viewOf(state, desk)
        expect(guardianViewSchema.parse(view)).toEqual(view)
        expect(view.page.at).toBe(state.at)
      }
    }
  })

  test('says what was left, and where, to nobody but staff', () => {
    for (const desk of desks.filter(({ is }) => is !== 'open')) {
      expect(JSON.stringify(viewOf(closedByWipe, desk))).not.toContain('/roots/0')
    }
    expect(viewOf(closedByWipe, { is: 'open' }).staff).toMatchObject({
      is: 'open',
      places: [{ where: '/roots/0' }],
    })
  })

  test('tells what is wrong with the policy where no PIN can be asked for, and lets nobody act', () => {
    const problems = ['policy.json: languages is []: must be 1 or more entries.']
    const state: State = { at: 'outOfService', reason: { because: 'policy', problems } }
    expect(viewOf(state).staff).toEqual({ is: 'closed' })
    expect(viewOf(state, { is: 'unavailable' }).staff).toEqual({
      is: 'open',
      places: [],
      problems,
      actions: [],
    })
  })

  test('offers staff what can be done now', () => {
    const actionsAt = (state: State, now = moment) => {
      const { staff } = viewOf(state, { is: 'open' }, now)
      return staff.is === 'open' ? staff.actions : null
    }
    const active: State = { at: 'active', visit, notice: null }
    expect(actionsAt({ at: 'welcome' })).toEqual(['rest', 'quit'])
    expect(actionsAt(active)).toEqual(['extend', 'endSession', 'rest', 'quit'])
    expect(actionsAt(active, { ...moment, extensionMinutes: 0 })).toEqual(['endSession', 'rest', 'quit'])
    expect(actionsAt(closedByWipe)).toEqual(['retry', 'quit'])
    expect(actionsAt({ at: 'recovering', problems: [] })).toEqual([])
  })

  test('counts down only while a notice is on screen', () => {
    expect(viewOf({ at: 'active', visit, notice: null }).page).toMatchObject({ secondsLeft: 0 })
    expect(viewOf({ at: 'active', visit, notice: 'idle' }).page).toMatchObject({
      secondsLeft: 42,
      documents: 2,
    })
  })
})
