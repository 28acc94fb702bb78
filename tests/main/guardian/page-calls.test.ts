import { describe, expect, test } from 'vitest'
import type { StaffAction, StaffView } from '../../../app/contracts/guardian-page.ts'
import { type Comfort, usualComfort } from '../../../app/session/comfort.ts'
import type { Event } from '../../../app/session/machine.ts'
import type { Language } from '../../../app/session/visit.ts'
import { pageCalls } from '../../../main/guardian/page-calls.ts'
import type { StaffDesk } from '../../../main/guardian/staff/staff-desk.ts'

function callsOf(
  staff: StaffView,
  admin = false,
  languages: Language[] = ['fr', 'en'],
  page: object = { at: 'welcome' },
) {
  const events: Event[] = []
  const asked: string[] = []
  const desk: StaffDesk = {
    state: () => ({ is: 'closed' }),
    open: () => void asked.push('open'),
    close: () => void asked.push('close'),
    isAdmin: async (pin) => {
      asked.push(`admin ${pin}`)
      return admin
    },
    unlock: async (pin) => void asked.push(`unlock ${pin}`),
    noteActivity: () => {},
  }
  const reading = { choose: (comfort: Comfort) => void asked.push(comfort.theme) }
  const view = () => ({ staff, languages, page }) as ReturnType<Parameters<typeof pageCalls>[0]>
  return {
    calls: pageCalls(
      view,
      (event) => events.push(event),
      desk,
      reading,
      (what) => void asked.push(what),
      () => void asked.push('message read'),
      { noteActivity: () => void asked.push('touch') },
      {
        say: async ({ text }) => {
          asked.push(text)
          return 'said'
        },
        stop: () => void asked.push('silence'),
      },
      () => void asked.push('welcomed'),
    ),
    events,
    asked,
  }
}

const documentsHere = { at: 'active', notice: 'end', keepings: ['usb'] } as const

const open = (actions: StaffAction[], byHand = false): StaffView => ({
  is: 'open',
  places: [],
  problems: [],
  policyTroubles: [],
  actions,
  network: null,
  byHand: byHand ? { wrong: false, waitSeconds: 0, refused: null } : null,
})

describe('what the guardian’s page may ask for', () => {
  test('a person’s taps become events of the session', () => {
    const { calls, events } = callsOf({ is: 'closed' })
    calls.person.chooseLanguage('en')
    calls.person.chooseHelp('training')
    calls.person.acceptCharter(undefined)
    calls.person.confirmEnd(undefined)
    expect(events).toEqual([
      { type: 'languageChosen', language: 'en' },
      { type: 'helpChosen', help: 'training' },
      { type: 'charterAccepted' },
      { type: 'endDue', cause: 'person' },
    ])
  })

  test('« I am here » is a touch, and so is listening; what is said can be stopped', async () => {
    const { calls, events, asked } = callsOf({ is: 'closed' })
    calls.person.stay(undefined)
    expect(await calls.speech.say({ text: 'Bienvenue', language: 'fr' })).toBe('said')
    calls.speech.stop(undefined)
    expect(asked).toEqual(['touch', 'touch', 'Bienvenue', 'silence'])
    expect(events).toEqual([])
  })

  test('a language that the post does not offer is not spoken', () => {
    const { calls, events } = callsOf({ is: 'closed' }, false, ['fr'])
    calls.person.chooseLanguage('en')
    expect(events).toEqual([])
  })

  test('documents are kept in the ways the post has, from the question of the end alone', () => {
    const { calls, events, asked } = callsOf({ is: 'closed' }, false, ['fr'], documentsHere)
    calls.person.keepDocuments('safe')
    expect(events).toEqual([])
    calls.person.keepDocuments('usb')
    expect(events).toEqual([{ type: 'noticeAnswered' }])
    expect(asked).toEqual(['usb'])
    const elsewhere = callsOf({ is: 'closed' }, false, ['fr'], { ...documentsHere, notice: 'idle' })
    elsewhere.calls.person.keepDocuments('usb')
    expect(elsewhere.events).toEqual([])
  })

  test('a message is read only once it is shown', () => {
    const shown = { at: 'active', notice: null, message: 'On ferme à midi.' }
    const { calls, asked } = callsOf({ is: 'closed' }, false, ['fr'], shown)
    calls.person.readMessage(undefined)
    expect(asked).toEqual(['message read'])
    const behindAWarning = callsOf({ is: 'closed' }, false, ['fr'], { ...shown, message: null })
    behindAWarning.calls.person.readMessage(undefined)
    expect(behindAWarning.asked).toEqual([])
  })

  test('a way to read is kept for every page', () => {
    const { calls, asked } = callsOf({ is: 'closed' })
    calls.person.setComfort({ ...usualComfort, theme: 'dark' })
    expect(asked).toEqual(['dark'])
  })

  test.each<StaffView>([
    { is: 'closed' },
    { is: 'unavailable' },
    { is: 'locked', wrong: false, waitSeconds: 0 },
    open(['retry']),
  ])('staff actions that are not offered are not done: $is', (staff) => {
    const { calls, events } = callsOf(staff)
    for (const action of ['endSession', 'extend', 'rest', 'quit'] as const) calls.staff.act(action)
    expect(events).toEqual([])
  })

  test('a staff action closes the desk and is done', () => {
    const { calls, events, asked } = callsOf(open(['quit', 'endSession']))
    calls.staff.act('endSession')
    calls.staff.act('quit')
    expect(asked).toEqual(['close', 'close'])
    expect(events).toEqual([
      { type: 'endDue', cause: 'staff' },
      { type: 'quitAsked', cause: 'staff' },
    ])
  })

  test('a check by hand is asked for with the PIN of administration, where it is offered', async () => {
    const right = callsOf(open([], true), true)
    await right.calls.staff.checkByHand('314159')
    expect(right).toMatchObject({ asked: ['admin 314159'], events: [{ type: 'checkByHandAsked' }] })
    const wrong = callsOf(open([], true), false)
    await wrong.calls.staff.checkByHand('000000')
    expect(wrong.events).toEqual([])
    for (const staff of [open([]), { is: 'closed' as const }]) {
      const { calls, asked, events } = callsOf(staff, true)
      await calls.staff.checkByHand('314159')
      expect({ asked, events }).toEqual({ asked: [], events: [] })
    }
  })

  test('the desk itself decides on PINs', async () => {
    const { calls, asked } = callsOf({ is: 'closed' })
    calls.staff.open(undefined)
    await calls.staff.unlock('246813')
    calls.staff.close(undefined)
    expect(asked).toEqual(['open', 'unlock 246813', 'close'])
  })
})

test('a welcome page is taken for painted only where the post welcomes', async () => {
  const there = callsOf({ is: 'closed' })
  await there.calls.view.painted('welcome')
  expect(there.asked).toEqual(['welcomed'])
  const elsewhere = callsOf({ is: 'closed' }, false, ['fr'], { at: 'outOfService' })
  await elsewhere.calls.view.painted('welcome')
  expect(elsewhere.asked).toEqual([])
})
