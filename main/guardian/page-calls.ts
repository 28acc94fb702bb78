import type { Handlers } from '../../app/contracts/contract.ts'
import type { GuardianView, guardianPageContract, StaffAction } from '../../app/contracts/guardian-page.ts'
import type { Keeping } from '../../app/documents/keeping.ts'
import type { Event } from '../../app/session/machine.ts'
import type { Patience } from './patience.ts'
import type { Reading } from './reading.ts'
import type { Speech } from './speech/speech.ts'
import type { StaffDesk } from './staff/staff-desk.ts'

const staffEvents: Record<StaffAction, Event> = {
  endSession: { type: 'endDue', cause: 'staff' },
  extend: { type: 'staffExtended' },
  rest: { type: 'restAsked' },
  retry: { type: 'retryAsked' },
  quit: { type: 'quitAsked', cause: 'staff' },
}

/** What the guardian's page may ask for. */
export function pageCalls(
  view: () => GuardianView,
  dispatch: (event: Event) => void,
  desk: StaffDesk,
  reading: Pick<Reading, 'choose'>,
  goTo: (what: Keeping) => void,
  messageRead: () => void,
  patience: Pick<Patience, 'noteActivity'>,
  { say, stop }: Pick<Speech, 'say' | 'stop'>,
  welcomed: () => void,
): Handlers<typeof guardianPageContract> {
  return {
    view: {
      get: () => view(),
      painted: () => {
        if (view().page.at === 'welcome') welcomed()
      },
    },
    person: {
      chooseLanguage: (language) => {
        if (view().languages.includes(language)) dispatch({ type: 'languageChosen', language })
      },
      setComfort: (comfort) => reading.choose(comfort),
      chooseHelp: (help) => dispatch({ type: 'helpChosen', help }),
      acceptCharter: () => dispatch({ type: 'charterAccepted' }),
      declineCharter: () => dispatch({ type: 'charterDeclined' }),
      agree: () => dispatch({ type: 'agreed' }),
      disagree: () => dispatch({ type: 'disagreed' }),
      leave: () => dispatch({ type: 'leftBeforeStart' }),
      stay: () => patience.noteActivity(),
      confirmEnd: () => dispatch({ type: 'endDue', cause: 'person' }),
      goOn: () => dispatch({ type: 'noticeAnswered' }),
      readMessage: () => {
        const { page } = view()
        if (page.at === 'active' && page.message !== null) messageRead()
      },
      keepDocuments: (how) => {
        const { page } = view()
        if (page.at !== 'active' || page.notice !== 'end' || !page.keepings.includes(how)) return
        dispatch({ type: 'noticeAnswered' })
        goTo(how)
      },
      giveFeedback: (feedback) => dispatch({ type: 'feedbackGiven', feedback }),
      closeReceipt: () => dispatch({ type: 'receiptRead' }),
    },
    staff: {
      open: () => desk.open(),
      close: () => desk.close(),
      unlock: (pin) => desk.unlock(pin),
      checkByHand: async (pin) => {
        const isOffered = () => {
          const staff = view().staff
          return staff.is === 'open' && staff.byHand !== null
        }
        // Looked at again: the desk may have closed, or the post have been mended, while the PIN was looked at.
        if (isOffered() && (await desk.isAdmin(pin)) && isOffered()) dispatch({ type: 'checkByHandAsked' })
      },
      act: (action) => {
        // The page shows the actions only to staff, but it is the desk that knows.
        const staff = view().staff
        if (staff.is !== 'open' || !staff.actions.includes(action)) return
        desk.close()
        dispatch(staffEvents[action])
      },
    },
    speech: {
      say: (sentence) => {
        // Who listens is there.
        patience.noteActivity()
        return say(sentence)
      },
      stop,
    },
  }
}
