/** The guardian of a post: the only place where its parts are made and joined. */
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { charterSchema } from '../../app/charter/charter.ts'
import { guardianPageContract } from '../../app/contracts/guardian-page.ts'
import { type Policy, policySchema } from '../../app/policy/policy.ts'
import { catalogueSchema, composeCatalogue } from '../../app/services/catalogue.ts'
import { type Event, refuse, start } from '../../app/session/machine.ts'
import charterFile from '../../assets/charter/charter.json' with { type: 'json' }
import nationalFile from '../../assets/services/national.json' with { type: 'json' }
import { log } from '../lib/log.ts'
import { declareOwnPages } from '../lib/own-pages.ts'
import { systemScheduler as scheduler } from '../lib/scheduler.ts'
import { pushView, servePage } from '../lib/serve-page.ts'
import { aboutThis } from './about.ts'
import { keepAttendance } from './attendance.ts'
import { planClosingHours } from './closing-hours.ts'
import type { CommandLine } from './command-line.ts'
import { guardianView } from './guardian-view.ts'
import { pageCalls } from './page-calls.ts'
import { keepPatience } from './patience.ts'
import { machinePolicyFile, machineStateFolder, readPolicyFile } from './policy-file.ts'
import { type Post, runPost } from './post.ts'
import { fileJournal } from './records/journal.ts'
import { fileTally } from './records/tally-file.ts'
import { sessionDuties } from './session-duties.ts'
import { heedSignals } from './signals.ts'
import { keepStaffDesk } from './staff/staff-desk.ts'
import { setStage } from './stage.ts'
import { tellDebuggingPort } from './visitors/debugging.ts'
import { confinement, launchVisitor } from './visitors/launch.ts'
import { chooseBase, possibleBases } from './visitors/session-root.ts'
import { keepSpare } from './visitors/spare.ts'
import { guardianWindow } from './window.ts'
import { placesOfMachine } from './wipe/places.ts'
import { onceWiped } from './wipe/wipe.ts'

const megabyte = 1024 * 1024

/** Starts the guardian and returns once its window is loading. */
export async function startGuardian(commandLine: CommandLine): Promise<void> {
  const stateFolder = commandLine.stateFolder ?? machineStateFolder()
  await mkdir(stateFolder, { recursive: true, mode: 0o700 })
  app.setPath('userData', join(stateFolder, 'guardian'))
  if (!app.requestSingleInstanceLock()) return refuseSecond(stateFolder)
  declareOwnPages()

  const reading = await readPolicyFile(commandLine.policyFile ?? machinePolicyFile())
  if (!reading.ok) for (const problem of reading.problems) log.error(problem)
  // A broken policy is never followed in part: the defaults only dress the page that says the post rests.
  const policy: Policy = reading.ok ? reading.policy : policySchema.parse({})
  const kiosk = commandLine.kiosk || policy.post.kiosk
  const quotaBytes = policy.documents.quotaMegabytes * megabyte

  const services = composeCatalogue(catalogueSchema.parse(nationalFile).services, policy.services)
  const charterVersion = charterSchema.parse(charterFile).version
  const bases = possibleBases(stateFolder)
  const base = await chooseBase(bases, quotaBytes)
  const held = confinement()
  const about = aboutThis(held, base)
  log.info(about, 'estran starts')

  await app.whenReady()
  const window = guardianWindow(kiosk)

  const places = placesOfMachine(bases)
  const spare = keepSpare(
    () => launchVisitor(base, held, kiosk, commandLine.visitorDebugging),
    async (visitor) => void (await onceWiped(places.ofSpare(visitor), scheduler)()),
    scheduler,
  )
  const tellPort = tellDebuggingPort(stateFolder)

  let post: Post
  const dispatch = (event: Event) => post.dispatch(event)
  const attendance = keepAttendance(policy.session, scheduler, dispatch, () => show())
  const patience = keepPatience(policy.session.receiptSeconds, scheduler, dispatch)
  const desk = keepStaffDesk(policy.staff.pinHash, scheduler, () => show())
  const stage = setStage(window, kiosk)
  const closing = planClosingHours(policy.session.closing, policy.session.warningSeconds, attendance.closesIn)
  const duties = sessionDuties({
    services,
    charterVersion,
    logOutSeconds: policy.session.logOutSeconds,
    opening: { structure: policy.post.structure, quotaBytes },
    closesInSeconds: () => closing.nextInSeconds(scheduler.today()),
    spare,
    attendance,
    journal: fileJournal(join(stateFolder, 'journal.json')),
    tally: fileTally(join(stateFolder, 'tally.json'), (path) =>
      rename(path, `${path}.damaged-${Date.now()}`),
    ),
    scheduler,
    places,
    dispatch,
    onChange: () => show(),
    onStaffAsked: desk.open,
    exit: () => app.exit(0),
  })

  const view = () =>
    guardianView(policy, about, post.state(), desk.state(), {
      secondsLeft: attendance.secondsLeft(),
      extensionMinutes: attendance.extensionMinutes(),
      receiptSecondsLeft: patience.receiptSecondsLeft(),
      documents: duties.session().documents,
      endingStep: duties.session().step,
    })
  const show = () => {
    const state = post.state()
    const visitorSeen = state.at === 'active' && state.notice === null && desk.state().is === 'closed'
    stage.follow(visitorSeen ? 'visitor' : 'guardian', duties.session().visitor)
    if (visitorSeen) tellPort(duties.session().visitor)
    pushView(window.webContents, view())
  }
  post = runPost(reading.ok ? start : refuse(reading.problems), duties, (state) => {
    patience.follow(state)
    // The first state is told while the post is still being made.
    if (post !== undefined) show()
  })

  servePage(window.webContents, guardianPageContract, pageCalls(view, dispatch, desk))
  window.webContents.on('input-event', () => {
    patience.noteActivity()
    desk.noteActivity()
  })
  heedSignals(window, kiosk, () => dispatch({ type: 'quitAsked', cause: 'shutdown' }))
  window.once('ready-to-show', () => show())
}

function refuseSecond(stateFolder: string): void {
  log.error(`${stateFolder}: an Estran is running with this state folder; give another one with --state`)
  app.exit(75)
}
