import { expect, test } from 'vitest'
import { type Command, commandSchema } from '../../../../app/coordinator/command.ts'
import type { Event } from '../../../../app/session/machine.ts'
import { keepReception } from '../../../../main/guardian/network/reception.ts'
import { visit } from '../../../doubles/visit.ts'

const active = { at: 'active', visit, notice: null } as const

function desk() {
  const events: Event[] = []
  let turns = 0
  const reception = keepReception(
    { at: 'welcome' },
    {
      secondsLeft: () => 600,
      extensionMinutes: () => 15,
      isDiskInTrouble: () => false,
      dispatch: (event) => events.push(event),
      newTurn: () => {
        turns += 1
        return `turn${turns}`
      },
      onChange: () => {},
    },
  )
  const ask = (commandId: string, command: Command) =>
    reception.heed({ type: 'command', commandId, command: commandSchema.parse(command) })
  return { reception, events, ask }
}

test('a command that comes again after a cut is done once, and answered alike', () => {
  const { reception, events, ask } = desk()
  reception.follow(active)
  expect(ask('a', { do: 'end', turn: 'turn1' })).toBe('done')
  reception.follow({ at: 'welcome' })
  expect(ask('a', { do: 'end', turn: 'turn1' })).toBe('done')
  expect(events).toEqual([{ type: 'endDue', cause: 'staff' }])
})

test('each use has a turn of its own, from its opening to the end of its receipt', () => {
  const { reception, ask } = desk()
  expect(reception.state().turn).toBe(null)
  reception.follow({ at: 'opening', visit })
  reception.follow(active)
  expect(reception.state().turn).toBe('turn1')
  reception.follow({ at: 'ending', visit, cause: 'person', next: 'receipt' })
  expect(reception.state().turn).toBe('turn1')
  reception.follow({ at: 'welcome' })
  reception.follow({ at: 'opening', visit })
  expect(reception.state().turn).toBe('turn2')
  expect(ask('a', { do: 'end', turn: 'turn1' })).toBe('anotherTurn')
})

test('messages are read one after the other, and never by the next person', () => {
  const { reception, ask } = desk()
  reception.follow(active)
  ask('a', { do: 'message', turn: 'turn1', text: 'Un' })
  ask('b', { do: 'message', turn: 'turn1', text: 'Deux' })
  ask('b', { do: 'message', turn: 'turn1', text: 'Deux' })
  expect(reception.message()).toBe('Un')
  reception.messageRead()
  expect(reception.message()).toBe('Deux')
  reception.follow({ at: 'ending', visit, cause: 'person', next: 'receipt' })
  expect(reception.message()).toBe(null)
})

test('what the desk should look at is shown until somebody else begins', () => {
  const { reception } = desk()
  reception.raise('latePage')
  reception.raise('paper')
  expect(reception.state().attention).toEqual(['latePage', 'paper'])
  reception.lower('paper')
  expect(reception.state().attention).toEqual(['latePage'])
  reception.follow({ at: 'opening', visit })
  expect(reception.state().attention).toEqual([])
  reception.follow({ at: 'outOfService', reason: { because: 'records', problem: 'full' } })
  expect(reception.state().attention).toEqual(['disk'])
})
