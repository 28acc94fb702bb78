import { describe, expect, test } from 'vitest'
import type { Event, State } from '../../../app/session/machine.ts'
import { keepPatience } from '../../../main/guardian/patience.ts'
import { fakeScheduler } from '../../doubles/scheduler.ts'
import { clean, visit } from '../../doubles/visit.ts'

const receipt: State = {
  at: 'receipt',
  visit,
  receipt: { cause: 'person', logOuts: [], documentsWiped: 0, verdict: clean },
  feedback: null,
}

function patient() {
  const scheduler = fakeScheduler()
  const events: Event[] = []
  const left: string[] = []
  const told: (number | null)[] = []
  const patience = keepPatience({
    receiptSeconds: 60,
    scheduler,
    dispatch: (event) => events.push(event),
    onLeft: () => left.push('left'),
    onChange: () => told.push(patience.leavesInSeconds()),
  })
  return { scheduler, events, left, told, patience }
}

describe('a page that nobody reads any more', () => {
  test.each<State>([
    { at: 'choosing', language: 'fr' },
    { at: 'charter', visit },
    { at: 'desk', language: 'fr' },
  ])('is closed three minutes after the last touch: $at', async (state) => {
    const { scheduler, events, patience } = patient()
    patience.follow(state)
    await scheduler.advance(179)
    patience.noteActivity()
    await scheduler.advance(179)
    expect(events).toEqual([])
    await scheduler.advance(1)
    expect(events).toEqual([{ type: 'leftBeforeStart' }])
  })

  test('is announced twenty seconds before, and any touch keeps it', async () => {
    const { scheduler, events, told, patience } = patient()
    patience.follow({ at: 'charter', visit })
    await scheduler.advance(159)
    expect(patience.leavesInSeconds()).toBeNull()
    await scheduler.advance(1)
    expect(told).toEqual([20])
    await scheduler.advance(15)
    expect(patience.leavesInSeconds()).toBe(5)
    patience.noteActivity()
    expect(told).toEqual([20, null])
    await scheduler.advance(179)
    expect(events).toEqual([])
    await scheduler.advance(1)
    expect(events).toEqual([{ type: 'leftBeforeStart' }])
  })

  test('at the welcome page nothing is announced', async () => {
    const { scheduler, told, patience } = patient()
    patience.follow({ at: 'welcome' })
    await scheduler.advance(179)
    expect(told).toEqual([])
  })

  test('at the welcome page, what somebody set for themselves is put back', async () => {
    const { scheduler, events, left, patience } = patient()
    patience.follow({ at: 'welcome' })
    await scheduler.advance(179)
    expect(left).toEqual([])
    await scheduler.advance(1)
    expect(left).toEqual(['left'])
    expect(events).toEqual([])
  })

  test('is forgotten once the person has gone on', async () => {
    const { scheduler, events, patience } = patient()
    patience.follow({ at: 'charter', visit })
    patience.follow({ at: 'opening', visit })
    await scheduler.advance(1000)
    expect(events).toEqual([])
  })
})

describe('the receipt', () => {
  test('stays for its time, and tells how long', async () => {
    const { scheduler, events, patience } = patient()
    patience.follow(receipt)
    await scheduler.advance(40)
    expect(patience.receiptSecondsLeft()).toBe(20)
    await scheduler.advance(20)
    expect(events).toEqual([{ type: 'receiptRead' }])
    expect(patience.receiptSecondsLeft()).toBe(0)
  })

  test('has its whole time again after a touch, and says so at once', async () => {
    const { scheduler, events, told, patience } = patient()
    patience.follow(receipt)
    await scheduler.advance(40)
    patience.noteActivity()
    expect(told).toHaveLength(1)
    expect(patience.receiptSecondsLeft()).toBe(60)
    await scheduler.advance(59)
    expect(events).toEqual([])
    await scheduler.advance(1)
    expect(events).toEqual([{ type: 'receiptRead' }])
  })

  test('is not shown again for each move of a pointer', async () => {
    const { scheduler, told, patience } = patient()
    patience.follow(receipt)
    await scheduler.advance(5)
    for (let move = 0; move < 100; move++) patience.noteActivity()
    expect(told).toHaveLength(1)
  })

  test('of the next person has its whole time again', async () => {
    const { scheduler, events, patience } = patient()
    patience.follow(receipt)
    await scheduler.advance(30)
    patience.follow({ at: 'welcome' })
    patience.follow(receipt)
    await scheduler.advance(59)
    expect(events).toEqual([])
    expect(patience.receiptSecondsLeft()).toBe(1)
  })
})
