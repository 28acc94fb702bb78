/** The composition root: the only place where the parts of a post are made and joined. */
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { type GuardianView, guardianPageContract } from '../../app/contracts/guardian-page.ts'
import { type Event, type State, start } from '../../app/session/machine.ts'
import { systemScheduler as scheduler, within } from '../lib/scheduler.ts'
import { pushView, servePage } from '../lib/serve-page.ts'
import { keepAttendance } from './attendance.ts'
import { planClosingHours } from './closing-hours.ts'
import { guardianView } from './guardian-view.ts'
import { pageCalls } from './page-calls.ts'
import { keepPatience } from './patience.ts'
import { type Post, runPost } from './post.ts'
import { fileJournal } from './records/journal.ts'
import { fileTally } from './records/tally-file.ts'
import { sessionDuties } from './session-duties.ts'
import type { Settings } from './settings.ts'
import { heedSignals } from './signals.ts'
import { keepStaffDesk } from './staff/staff-desk.ts'
import { setStage } from './stage.ts'
import { tellDebuggingPort } from './visitors/debugging.ts'
import { launchVisitor } from './visitors/launch.ts'
import { keepSpare } from './visitors/spare.ts'
import { guardianWindow } from './window.ts'
import { placesOfMachine } from './wipe/places.ts'
import { onceWiped } from './wipe/wipe.ts'

/** The first page comes before the first spare: started side by side, each would make the other wait. */
const firstPageSeconds = 3

/** Opens the window and starts the machine: with a broken policy it rests, else it wipes first and then welcomes. */
export function openPost(settings: Settings): void {
  const { policy, stateFolder, kiosk } = settings
  const window = guardianWindow(kiosk)
  const places = placesOfMachine(settings.bases)
  const firstPage = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()))
  const spare = keepSpare(
    async () => {
      await within(scheduler, firstPageSeconds, firstPage)
      return launchVisitor(settings)
    },
    async (visitor) => void (await onceWiped(places.ofSpare(visitor), scheduler)()),
    scheduler,
  )

  const dispatch = (event: Event): void => post.dispatch(event)
  const attendance = keepAttendance(policy.session, scheduler, dispatch, () => show())
  const patience = keepPatience(policy.session.receiptSeconds, scheduler, dispatch)
  const desk = keepStaffDesk(policy.staff.pinHash, scheduler, () => show())
  const closing = planClosingHours(policy.session.closing, policy.session.warningSeconds, attendance.closesIn)
  const duties = sessionDuties({
    services: settings.services,
    charterVersion: settings.charterVersion,
    logOutSeconds: policy.session.logOutSeconds,
    opening: { structure: policy.post.structure, quotaBytes: settings.quotaBytes },
    closesInSeconds: () => closing.nextInSeconds(scheduler.today()),
    spare,
    attendance,
    journal: fileJournal(join(stateFolder, 'journal.json')),
    tally: fileTally(join(stateFolder, 'tally.json'), setAside),
    scheduler,
    places,
    dispatch,
    onChange: () => show(),
    onStaffAsked: desk.open,
    exit: () => app.exit(0),
  })

  const stage = setStage(window, kiosk)
  const tellPort = tellDebuggingPort(stateFolder)
  const view = (): GuardianView =>
    guardianView(policy, settings.about, post.state(), desk.state(), {
      secondsLeft: attendance.secondsLeft(),
      extensionMinutes: attendance.extensionMinutes(),
      receiptSecondsLeft: patience.receiptSecondsLeft(),
      documents: duties.session().documents,
      endingStep: duties.session().step,
    })
  const show = (): void => {
    const { visitor } = duties.session()
    const visitorSeen = isVisitorsTurn(post.state()) && desk.state().is === 'closed'
    stage.follow(visitorSeen ? 'visitor' : 'guardian', visitor)
    if (visitorSeen) tellPort(visitor)
    pushView(window.webContents, view())
  }

  const post: Post = runPost(start(settings.problems), duties, (state) => {
    patience.follow(state)
    // Made while nobody waits for it: a person who begins finds a visitor ready.
    if (state.at === 'welcome' || state.at === 'receipt') spare.prepare()
    show()
  })
  servePage(window.webContents, guardianPageContract, pageCalls(view, dispatch, desk))
  window.webContents.on('input-event', () => {
    patience.noteActivity()
    desk.noteActivity()
  })
  window.once('ready-to-show', show)
  heedSignals(window, kiosk, () => dispatch({ type: 'quitAsked', cause: 'shutdown' }))
}

function isVisitorsTurn(state: State): boolean {
  return state.at === 'active' && state.notice === null
}

function setAside(path: string): Promise<void> {
  return rename(path, `${path}.damaged-${Date.now()}`)
}
