import { describe, expect, test } from 'vitest'
import { type About, guardianViewSchema } from '../../../app/contracts/guardian-page.ts'
import { policySchema } from '../../../app/policy/policy.ts'
import { usualComfort } from '../../../app/session/comfort.ts'
import type { State } from '../../../app/session/machine.ts'
import { guardianView, type Moment } from '../../../main/guardian/guardian-view.ts'
import type { DeskState } from '../../../main/guardian/staff/staff-desk.ts'
import { clean, unclean, visit } from '../../doubles/visit.ts'

const policy = policySchema.parse({ post: { structure: 'Médiathèque' } })
const about: About = {
  version: '0.1.0',
  runtime: 'test',
  isTestBuild: false,
  electron: '33.4.11',
  chromium: '130',
  isolation: 'folders',
  sessionRoot: 'memory',
}
const moment: Moment = {
  secondsLeft: 42,
  extensionMinutes: 15,
  receiptSecondsLeft: 60,
  leavesInSeconds: null,
  spoken: ['fr'],
  documents: 2,
  endingStep: 'wipe',
  recordTroubles: [],
  message: null,
  network: null,
  policyTroubles: [],
}
const viewOf = (state: State, desk: DeskState = { is: 'closed' }, now = moment) =>
  guardianView({ policy, about, logo: null, keepings: ['usb'] }, usualComfort, state, desk, now)

const receipt = { cause: 'person' as const, logOuts: [], documentsWiped: 0, verdict: clean }
const closedByWipe = { at: 'outOfService', reason: { because: 'wipe', verdict: unclean } } satisfies State
const states: State[] = [
  { at: 'recovering', problems: [] },
  { at: 'welcome' },
  { at: 'stopped' },
  { at: 'choosing', language: 'fr' },
  { at: 'desk', language: 'en' },
  { at: 'charter', visit },
  { at: 'agreement', visit },
  { at: 'opening', visit },
  { at: 'active', visit, notice: null },
  { at: 'active', visit, notice: 'closing' },
  { at: 'ending', visit, cause: 'idle', next: 'rest' },
  { at: 'receipt', visit, receipt, feedback: null },
  closedByWipe,
  { at: 'outOfService', reason: { because: 'staff' } },
  { at: 'outOfService', reason: { because: 'records', problem: 'journal.json: the disk is full.' } },
]
const open: DeskState = { is: 'open', admin: null }
const desks: DeskState[] = [
  { is: 'closed' },
  { is: 'unavailable' },
  { is: 'locked', wrong: true, waitSeconds: 30 },
  { is: 'open', admin: null },
  { is: 'open', admin: { wrong: true, waitSeconds: 30 } },
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
    expect(viewOf(closedByWipe, open).staff).toMatchObject({
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
      policyTroubles: [],
      places: [],
      problems,
      actions: [],
      network: null,
      byHand: null,
    })
  })

  test('offers staff what can be done now', () => {
    const actionsAt = (state: State, now = moment) => {
      const { staff } = viewOf(state, open, now)
      return staff.is === 'open' ? staff.actions : null
    }
    const active: State = { at: 'active', visit, notice: null }
    expect(actionsAt({ at: 'welcome' })).toEqual(['rest', 'quit'])
    expect(actionsAt(active)).toEqual(['extend', 'endSession', 'rest', 'quit'])
    expect(actionsAt(active, { ...moment, extensionMinutes: 0 })).toEqual(['endSession', 'rest', 'quit'])
    expect(actionsAt(closedByWipe)).toEqual(['retry', 'quit'])
    expect(actionsAt({ at: 'recovering', problems: [] })).toEqual([])
  })

  test('offers a check by hand only to administration, only when something is left, and says why it was refused', () => {
    const admin = { wrong: false, waitSeconds: 0 }
    const byHandAt = (state: State, desk: DeskState) => {
      const { staff } = viewOf(state, desk)
      return staff.is === 'open' ? staff.byHand : undefined
    }
    expect(byHandAt(closedByWipe, open)).toBeNull()
    expect(byHandAt(closedByWipe, { is: 'open', admin })).toEqual({ ...admin, refused: null })
    const refused: State = { at: 'outOfService', reason: { ...closedByWipe.reason, refused: 'left' } }
    expect(byHandAt(refused, { is: 'open', admin })).toEqual({ ...admin, refused: 'left' })
    for (const state of states.filter((one) => one !== closedByWipe)) {
      expect(byHandAt(state, { is: 'open', admin })).toBeNull()
    }
  })

  test('tells staff, and nobody else, what the disk does not take', () => {
    const problem = 'journal.json: the disk is full.'
    const shut: State = { at: 'outOfService', reason: { because: 'records', problem } }
    expect(viewOf(shut, open).staff).toMatchObject({ problems: [problem], actions: ['retry', 'quit'] })
    const waiting = { ...moment, recordTroubles: ['tally.json: the disk is full.'] }
    expect(viewOf({ at: 'welcome' }, open, waiting).staff).toMatchObject({ problems: waiting.recordTroubles })
    expect(JSON.stringify(viewOf({ at: 'welcome' }, { is: 'closed' }, waiting))).not.toContain('tally.json')
    expect(JSON.stringify(viewOf(shut))).not.toContain('journal.json')
  })

  test('tells staff, and nobody else, how the post stands with its network', () => {
    const away = { ...moment, network: 'unreachable' as const }
    expect(viewOf({ at: 'welcome' }, open, away).staff).toMatchObject({ network: 'unreachable' })
    expect(JSON.stringify(viewOf({ at: 'welcome' }, { is: 'closed' }, away))).not.toContain('unreachable')
  })

  test('shows what reception says once no warning is on screen', () => {
    const said = { ...moment, message: 'On ferme à midi.' }
    const pageAt = (state: State) => viewOf(state, { is: 'closed' }, said).page
    expect(pageAt({ at: 'active', visit, notice: 'time' })).toMatchObject({ message: null })
    expect(pageAt({ at: 'active', visit, notice: null })).toMatchObject({ message: said.message })
  })

  test('tells staff what is wrong with a policy that was changed, and is not followed', () => {
    const changed = { ...moment, policyTroubles: ['policy.json: is empty.'] }
    expect(viewOf({ at: 'welcome' }, open, changed).staff).toMatchObject({
      policyTroubles: changed.policyTroubles,
      problems: [],
    })
    expect(JSON.stringify(viewOf({ at: 'welcome' }, { is: 'closed' }, changed))).not.toContain('policy.json')
    const rests: State = { at: 'outOfService', reason: { because: 'policy', problems: ['what was wrong'] } }
    expect(viewOf(rests, { is: 'unavailable' }, changed).staff).toMatchObject({
      problems: changed.policyTroubles,
    })
  })

  test('counts down only while a notice is on screen', () => {
    expect(viewOf({ at: 'active', visit, notice: null }).page).toMatchObject({ secondsLeft: 0 })
    expect(viewOf({ at: 'active', visit, notice: 'idle' }).page).toMatchObject({
      secondsLeft: 42,
      documents: 2,
    })
  })
})
