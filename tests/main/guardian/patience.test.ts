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
  const patience = keepPatience(
    60,
    scheduler,
    (event) => events.push(event),
    () => left.push('left'),
  )
  return { scheduler, events, left, patience }
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
  test('stays for its time, touched or not, and tells how long', async () => {
    const { scheduler, events, patience } = patient()
    patience.follow(receipt)
    await scheduler.advance(40)
    patience.noteActivity()
    patience.follow(receipt)
    expect(patience.receiptSecondsLeft()).toBe(20)
    await scheduler.advance(20)
    expect(events).toEqual([{ type: 'receiptRead' }])
    expect(patience.receiptSecondsLeft()).toBe(0)
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
