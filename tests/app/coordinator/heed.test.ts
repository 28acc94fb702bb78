import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Command, commandSchema } from '../../../app/coordinator/command.ts'
import { heed } from '../../../app/coordinator/heed.ts'
import { postStateOf, postStateSchema } from '../../../app/coordinator/post-state.ts'
import { next, type State } from '../../../app/session/machine.ts'
import { clean, unclean, visit } from '../../doubles/visit.ts'

const receipt = { cause: 'person' as const, logOuts: [], documentsWiped: 0, verdict: clean }
const active: State = { at: 'active', visit, notice: null }
const ending: State = { at: 'ending', visit, cause: 'person', next: 'receipt' }
const resting: State = { at: 'outOfService', reason: { because: 'staff' } }
const unproven: State = { at: 'outOfService', reason: { because: 'wipe', verdict: unclean } }
const brokenPolicy: State = { at: 'outOfService', reason: { because: 'policy', problems: ['x'] } }
const states: State[] = [
  { at: 'recovering', problems: [] },
  { at: 'checking' },
  { at: 'welcome' },
  { at: 'choosing', language: 'fr' },
  { at: 'charter', visit },
  { at: 'agreement', visit },
  { at: 'desk', language: 'fr' },
  { at: 'opening', visit },
  active,
  ending,
  { at: 'receipt', visit, receipt, feedback: null },
  resting,
  unproven,
  brokenPolicy,
  { at: 'stopped' },
]
const turn = 'abcd1234'
const ask = (command: Command, state: State, canExtend = true) => heed(command, { state, turn, canExtend })

describe('what reception asks', () => {
  test('is never done to another person’s session', () => {
    for (const state of states) {
      for (const asked of ['end', 'extend'] as const) {
        expect(ask({ do: asked, turn: 'another1' }, state)).toEqual({ outcome: 'anotherTurn', event: null })
      }
      expect(ask({ do: 'message', turn: 'another1', text: 'a' }, state).outcome).toBe('anotherTurn')
    }
  })

  test('ends a session, and finds it ended when asked twice', () => {
    expect(ask({ do: 'end', turn }, active)).toEqual({
      outcome: 'done',
      event: { type: 'endDue', cause: 'staff' },
    })
    expect(ask({ do: 'end', turn }, ending)).toEqual({ outcome: 'done', event: null })
  })

  test('makes a session longer only as far as the policy goes', () => {
    expect(ask({ do: 'extend', turn }, active).event).toEqual({ type: 'staffExtended' })
    expect(ask({ do: 'extend', turn }, active, false).outcome).toBe('notPossible')
    expect(ask({ do: 'extend', turn }, ending).outcome).toBe('notPossible')
  })

  test('says something only to a person who is there', () => {
    expect(ask({ do: 'message', turn, text: 'a' }, active).outcome).toBe('done')
    expect(ask({ do: 'message', turn, text: 'a' }, ending).outcome).toBe('notPossible')
  })

  test('closes a post, after the session there is', () => {
    const { event } = ask({ do: 'close' }, active)
    expect(event && next(active, event).state).toMatchObject({ at: 'ending', next: 'rest' })
    expect(ask({ do: 'close' }, resting)).toEqual({ outcome: 'done', event: null })
    expect(ask({ do: 'close' }, { at: 'recovering', problems: [] }).outcome).toBe('notPossible')
  })

  test('never opens a post otherwise than through a wipe and its read-back', () => {
    for (const state of [resting, unproven]) {
      const { event } = ask({ do: 'open' }, state)
      expect(event && next(state, event).state.at).toBe('recovering')
    }
    expect(ask({ do: 'open' }, brokenPolicy).outcome).toBe('notPossible')
    for (const state of states) {
      const { event } = ask({ do: 'open' }, state)
      if (event !== null) expect(next(state, event).state.at).toBe('recovering')
    }
  })

  test('is done by the machine or not at all: « done » with an event changes the state', () => {
    const commands = fc.constantFrom(
      ...(['end', 'extend'] as const).map((asked) => ({ do: asked, turn })),
      { do: 'close' } as const,
      { do: 'open' } as const,
    )
    fc.assert(
      fc.property(commands, fc.constantFrom(...states), fc.boolean(), (command, state, canExtend) => {
        expect(commandSchema.parse(command)).toEqual(command)
        const { outcome, event } = ask(command, state, canExtend)
        if (event === null) return
        expect(outcome).toBe('done')
        expect(next(state, event).state).not.toBe(state)
      }),
    )
  })
})

describe('what reception sees', () => {
  test('is within the contract in every state, and says nothing of who is there', () => {
    for (const state of states) {
      const seen = postStateOf(state, { secondsLeft: 90, turn, attention: [] })
      expect(postStateSchema.parse(seen)).toEqual(seen)
      expect(seen.turn === null).toBe(seen.at !== 'inUse' && seen.at !== 'ending')
      expect(seen.minutesLeft).toBe(seen.at === 'inUse' ? 2 : null)
    }
    const french = postStateOf(active, { secondsLeft: 90, turn, attention: [] })
    const english: State = { ...active, visit: { language: 'en', help: 'training' } }
    expect(postStateOf(english, { secondsLeft: 90, turn, attention: [] })).toEqual(french)
  })
})
