/** The composition root: the only place where the parts of a post are made and joined. */
import { randomBytes } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'
import { type GuardianView, guardianPageContract } from '../../app/contracts/guardian-page.ts'
import type { Keeping } from '../../app/documents/keeping.ts'
import { type Event, start } from '../../app/session/machine.ts'
import { isClosedByWipe, isIdle, isVisitorsTurn } from '../../app/session/standing.ts'
import { halfDayOf } from '../../app/tally/tally.ts'
import { log } from '../lib/log.ts'
import { systemScheduler as scheduler, within } from '../lib/scheduler.ts'
import { pushView, servePage } from '../lib/serve-page.ts'
import { keepAttendance } from './attendance.ts'
import { planClosingHours } from './closing-hours.ts'
import { readFaults } from './faults.ts'
import { guardianView } from './guardian-view.ts'
import { type AgendaFeed, agendaFeed } from './information/agenda-feed.ts'
import { fetchText } from './information/fetch-text.ts'
import { informationDesk } from './information/information-desk.ts'
import { joinSite } from './network/join-site.ts'
import { keepNetwork } from './network/network.ts'
import { pairingFileIn } from './network/pairing-file.ts'
import { keepReception } from './network/reception.ts'
import { ownRuntime } from './network/runtime.ts'
import { openAids } from './open-aids.ts'
import { openingOf } from './opening.ts'
import { pageCalls } from './page-calls.ts'
import { keepPatience } from './patience.ts'
import { watchPolicy } from './policy/policy-watch.ts'
import { type Post, runPost } from './post.ts'
import { keepReading } from './reading.ts'
import { keepBacklog } from './records/backlog.ts'
import { fileJournal } from './records/journal.ts'
import { fileReceiptLog, receiptFilesIn } from './records/receipt-log.ts'
import { keepReserve } from './records/reserve.ts'
import { fileTally } from './records/tally-file.ts'
import { openScanner } from './scanner/open-scanner.ts'
import { scanFolder } from './scans/scan-folder.ts'
import { keepScans } from './scans/scans.ts'
import { sessionDuties } from './session-duties.ts'
import type { Settings } from './settings.ts'
import { heedSignals } from './signals.ts'
import { openVoices } from './speech/open-voices.ts'
import { keepSpeech } from './speech/speech.ts'
import { visitorSpeech } from './speech/visitor-speech.ts'
import { keepStaffDesk } from './staff/staff-desk.ts'
import { setStage } from './stage.ts'
import { keepWelcomeMark } from './updates/welcome-mark.ts'
import { tellDebuggingPort } from './visitors/debugging.ts'
import { launchVisitor } from './visitors/launch.ts'
import { keepSpare } from './visitors/spare.ts'
import { guardianWindow } from './window.ts'
import { memoryForgetter } from './wipe/forget-memory.ts'
import { placesOfMachine } from './wipe/places.ts'
import { sessionMoment } from './wipe/session-moment.ts'
import { onceWiped } from './wipe/wipe.ts'

/** The first page comes before the first spare: started side by side, each would make the other wait. */
const firstPageSeconds = 3

/** Opens the window and starts the machine: with a broken policy it rests, else it wipes first and then welcomes. */
export function openPost(settings: Settings): void {
  const { policy, stateFolder, kiosk } = settings
  const window = guardianWindow(kiosk)
  const scanFolders = policy.scan.folders.map(scanFolder)
  const faults = readFaults(app.isPackaged ? {} : process.env)
  const journal = fileJournal(join(stateFolder, 'journal.json'))
  const began = sessionMoment(journal, stateFolder)
  const places = placesOfMachine(settings.bases, scanFolders, faults, began)
  const firstPage = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()))
  const { launch } = faults.at('visitor', { launch: () => launchVisitor(settings) })
  const spare = keepSpare(
    async () => {
      await within(scheduler, firstPageSeconds, firstPage)
      return launch()
    },
    async (visitor) => void (await onceWiped(places.ofSpare(visitor), scheduler)()),
    scheduler,
  )

  const dispatch = (event: Event): void => post.dispatch(event)
  const attendance = keepAttendance(policy.session, scheduler, dispatch, () => show())
  const reading = keepReading(() => show())
  const patience = keepPatience({
    receiptSeconds: policy.session.receiptSeconds,
    scheduler,
    dispatch,
    onLeft: reading.forget,
    onChange: () => show(),
  })
  const speech = keepSpeech(openVoices(), scheduler, () => show())
  const desk = keepStaffDesk(policy.staff, scheduler, () => show())
  const closing = planClosingHours(policy.session.closing, policy.session.warningSeconds, attendance.closesIn)
  const receipts = receiptFilesIn(stateFolder)
  const reserve = keepReserve(join(stateFolder, 'reserve'))
  const backlogs = {
    tally: keepBacklog(join(stateFolder, 'tally.json'), reserve),
    receipts: keepBacklog(receipts.log, reserve),
  }
  const recordTroubles = () =>
    [backlogs.tally.trouble(), backlogs.receipts.trouble()].filter((one) => one !== null)
  const counted = fileTally(join(stateFolder, 'tally.json'), setAside, () => network.countsChanged())
  const tally = faults.at('tally', counted)
  const first = start(settings.problems)
  const reception = keepReception(first.state, {
    secondsLeft: attendance.secondsLeft,
    extensionMinutes: attendance.extensionMinutes,
    isDiskInTrouble: () => recordTroubles().length > 0,
    dispatch,
    newTurn: () => randomBytes(6).toString('hex'),
    onChange: () => show(),
  })
  const network = keepNetwork({
    file: pairingFileIn(stateFolder),
    runtime: ownRuntime(process.versions),
    state: reception.state,
    heed: reception.heed,
    counted,
    scheduler,
    chance: Math.random,
    onChange: () => show(),
  })
  if (policy.coordinator !== undefined) joinSite(policy.coordinator, stateFolder, scheduler, Math.random)
  const scans = keepScans({
    ...policy.scan,
    folders: scanFolders,
    quotaBytes: settings.quotaBytes,
    scheduler,
    emptyFolder: places.emptyFolder,
    countLatePages: (pages) => {
      reception.raise('latePage')
      const moment = scheduler.today()
      return backlogs.tally.add(() => tally.countLatePages(pages, moment))
    },
    // What could not be verified without it can be now: staff need not come for that.
    onReturned: () => {
      if (isClosedByWipe(post.state())) dispatch({ type: 'retryAsked' })
    },
  })
  const { feed, days } = policy.agenda
  const agenda =
    feed === undefined
      ? noAgenda
      : agendaFeed(feed, join(stateFolder, 'agenda.ics'), days, scheduler, fetchText)
  const duties = sessionDuties({
    services: settings.services,
    charterVersion: settings.charterVersion,
    logOutSeconds: policy.session.logOutSeconds,
    opening: openingOf(settings),
    closesInSeconds: () => closing.nextInSeconds(scheduler.today()),
    spare: { ...spare, ...faults.at('spare', { take: spare.take, discard: spare.discard }) },
    attendance,
    journal: faults.at('journal', journal),
    tally,
    scans,
    scanner: openScanner(policy.scanner, settings.quotaBytes),
    aids: [
      ...openAids(policy.printing, settings.quotaBytes, scheduler, (trouble) =>
        trouble === 'paper' ? reception.raise('paper') : reception.lower('paper'),
      ),
      visitorSpeech(speech, () => isVisitorSeen()),
      informationDesk({
        places: settings.places ?? [],
        agenda: () => agenda.read(),
        note: (note) => void duties.note(note),
      }),
    ],
    receipts: faults.at('receipts', fileReceiptLog(receipts, policy.receipts.keepDays, today)),
    backlogs,
    scheduler,
    places,
    dispatch,
    onChange: () => show(),
    onStaffAsked: desk.open,
    comfort: reading.comfort,
    spoken: speech.languages,
    onPresentationAsked: ({ language, comfort }) => {
      reading.choose(comfort)
      calls.person.chooseLanguage(language)
    },
    forgetMemory: memoryForgetter(),
    exit: () => {
      network.stop()
      app.exit(0)
    },
  })

  // What is no longer seen is no longer read aloud.
  const stage = setStage(window, kiosk, speech.stop)
  const tellPort = tellDebuggingPort(stateFolder)
  const view = (): GuardianView =>
    guardianView(settings, reading.comfort(), post.state(), desk.state(), {
      secondsLeft: attendance.secondsLeft(),
      extensionMinutes: attendance.extensionMinutes(),
      receiptSecondsLeft: patience.receiptSecondsLeft(),
      leavesInSeconds: patience.leavesInSeconds(),
      spoken: speech.languages(),
      documents: duties.session().documents,
      endingStep: duties.session().step,
      recordTroubles: recordTroubles(),
      message: reception.message(),
      network: network.standing(),
      policyTroubles: policyWatch.troubles(),
    })
  const isVisitorSeen = (): boolean =>
    isVisitorsTurn(post.state()) && reception.message() === null && desk.state().is === 'closed'
  const show = (): void => {
    const { visitor } = duties.session()
    const visitorSeen = isVisitorSeen()
    reading.follow(post.state(), visitor)
    stage.follow(visitorSeen ? 'visitor' : 'guardian', visitor)
    if (visitorSeen) tellPort(visitor)
    pushView(window.webContents, view())
    network.follow()
  }

  const policyWatch = watchPolicy(
    settings.policyFile,
    settings.policyReading,
    settings.readPolicyAgain,
    scheduler,
    () => {
      show()
      takeUpPolicy()
    },
  )
  /** By starting anew, while nobody is there: a post never follows half of one policy and half of another. */
  const takeUpPolicy = (): void => {
    if (!policyWatch.hasNext() || !isIdle(post.state())) return
    log.info('the policy has changed: estran starts anew')
    // In a kiosk the system starts it again.
    if (!kiosk) app.relaunch()
    dispatch({ type: 'quitAsked', cause: 'shutdown' })
  }

  const post: Post = runPost(first, duties, (state) => {
    patience.follow(state)
    speech.follow(state)
    scans.follow(state)
    reception.follow(state)
    // Made while nobody waits for it: a person who begins finds a visitor ready.
    if (state.at === 'welcome' || state.at === 'receipt') spare.prepare()
    show()
    // After whatever this change asks for: the end of a session is settled first.
    queueMicrotask(takeUpPolicy)
  })
  const goTo = (what: Keeping) => duties.session().visitor?.send({ type: 'goTo', what })
  const welcomed = keepWelcomeMark(stateFolder, app.getVersion())
  const calls = pageCalls(
    view,
    dispatch,
    desk,
    reading,
    goTo,
    reception.messageRead,
    patience,
    speech,
    welcomed,
  )
  servePage(window.webContents, guardianPageContract, calls)
  window.webContents.on('input-event', () => {
    patience.noteActivity()
    desk.noteActivity()
  })
  window.once('ready-to-show', show)
  const quit = () => dispatch({ type: 'quitAsked', cause: 'shutdown' })
  heedSignals(window, kiosk, quit, () => {
    if (isIdle(post.state())) quit()
  })
}

const noAgenda: AgendaFeed = { read: async () => ({ workshops: [], asOf: null }) }

const today = () => halfDayOf(scheduler.today()).day

function setAside(path: string): Promise<void> {
  return rename(path, `${path}.damaged-${Date.now()}`)
}
