/** The throw-away browser of one person. It serves once, holds no secret, and is killed rather than cleaned. */
import { app, Menu, nativeTheme } from 'electron'
import type { Opening, Presentation, ToVisitor } from '../../app/contracts/visitor-link.ts'
import type { Document } from '../../app/documents/document.ts'
import { assertNever } from '../../app/lib/assert-never.ts'
import { serviceOfHost } from '../../app/services/catalogue.ts'
import type { Service } from '../../app/services/service.ts'
import { usualComfort } from '../../app/session/comfort.ts'
import { declareOwnPages } from '../lib/own-pages.ts'
import { systemScheduler } from '../lib/scheduler.ts'
import { pushView } from '../lib/serve-page.ts'
import { watchActivity, watchListening } from './activity.ts'
import { keepAids } from './aids.ts'
import { Choice } from './choice.ts'
import { coalesce } from './coalesce.ts'
import { receiveDownloads } from './downloads.ts'
import { keepGate } from './gate.ts'
import { linkToGuardian } from './guardian-link.ts'
import { interceptPages } from './interception.ts'
import { keepKeyboard } from './keyboard.ts'
import { logOut } from './log-out.ts'
import { guardNavigation } from './navigation-guard.ts'
import { joinNetwork } from './network.ts'
import { openService } from './open-service.ts'
import { PageNotices } from './page-notices.ts'
import { answerPermissions } from './permissions.ts'
import { Printing } from './printing.ts'
import { Scanner } from './scanner.ts'
import { serveShell } from './serve-shell.ts'
import { confineTo } from './session-root.ts'
import { createSessions, introduce } from './sessions.ts'
import { Shelf } from './shelf.ts'
import { viewOf } from './shell-view.ts'
import { askSpeech } from './speech.ts'
import { Sticks } from './sticks.ts'
import { Tabs } from './tabs.ts'
import { keepTasks } from './tasks.ts'
import { serveDocuments } from './viewer.ts'
import { watchServices } from './visited-services.ts'
import { createWindow } from './window.ts'

/** Before a person comes: nothing to open, no room for anything. */
const closed: Opening = {
  presentation: { language: 'fr', comfort: usualComfort },
  languages: [],
  spoken: [],
  structure: '',
  colour: null,
  help: 'alone',
  rules: { house: [] },
  services: [],
  aids: [],
  quotaBytes: 0,
  scanner: false,
  navigation: { mode: 'catalogue', deny: [], privateHosts: [] },
  frameHosts: [],
  cameraAndMicrophoneHosts: [],
  pagesMax: null,
  touchKeyboard: false,
  secondsLeft: 0,
}

// A defect ends the visitor: the guardian wipes, and says so.
const end = (defect: unknown) => {
  if (!app.isPackaged) process.stderr.write(`${defect instanceof Error ? defect.stack : defect}\n`)
  app.exit(1)
}
process.on('uncaughtException', end)
process.on('unhandledRejection', end)
const guardian = linkToGuardian()
const { documents: folder, print: printFolder } = confineTo(process.env.ESTRAN_SESSION_ROOT)
declareOwnPages()
Menu.setApplicationMenu(null)
// Not awaited here: Electron is ready only once this module is loaded.
void app.whenReady().then(serve)

async function serve(): Promise<void> {
  let opening = closed

  const sessions = createSessions()
  const network = await joinNetwork(sessions.visit, () => opening.navigation)
  const gate = keepGate(() => opening, network)
  guardNavigation(sessions, gate, (page, refusal) => tabs.of(page)?.refuse(refusal))
  answerPermissions(
    sessions.visit,
    () => opening.cameraAndMicrophoneHosts,
    (page, capture) => tabs.of(page)?.tellCapture(capture),
  )
  watchServices(
    sessions.visit,
    () => opening.services,
    (service) => guardian.send({ type: 'serviceVisited', service }),
  )
  interceptPages(sessions, (chooser) => {
    const { active, showing } = tabs
    // A page that nobody looks at has not been asked for anything.
    if (showing === 'page' && active?.contents === chooser.page) choice.open(chooser, active.toView().host)
  })
  watchActivity(() => guardian.send({ type: 'activity' }))

  const window = createWindow(sessions.shell, () => guardian.send({ type: 'endAsked' }))
  const keyboard = keepKeyboard(window, sessions)
  const push = coalesce(() => pushView(window.shell, view()))
  const changed = () => {
    const { showing, active } = tabs
    window.present(tasks.shown === null && showing === 'page' && active?.isShown ? active.view : null)
    keyboard.follow()
    push()
  }
  const tabs = new Tabs(
    sessions,
    gate,
    changed,
    (page, address) => downloads.see(page, address),
    (tab) => {
      void printing.ask(tab)
    },
  )
  watchListening(
    systemScheduler,
    () => tabs.all.map(({ contents }) => contents),
    () => guardian.send({ type: 'activity' }),
  )
  const shelf = new Shelf(folder, changed, (count) => guardian.send({ type: 'documents', count }))
  const downloads = receiveDownloads(sessions.visit, shelf, () => opening.quotaBytes, {
    started: (page) => tabs.closeIfEmpty(page),
    // What a page has made and no viewer of ours can show stays on the shelf, where the person finds it.
    shown: (document) =>
      document.kind === 'other' ? tabs.leaveFor('documents') : tabs.openDocument(document),
    refused: changed,
  })
  const scanner = new Scanner(guardian, shelf, changed)
  const choice = new Choice(shelf, changed)
  const taken = (document: Document) => {
    if (choice.view === null) tabs.leaveFor('documents')
    else choice.toggle(document.id)
  }
  const sticks = new Sticks(guardian, shelf, taken, changed)
  const printing = new Printing(guardian, shelf, printFolder, () => opening.pagesMax, changed)
  const tasks = keepTasks({ choice, sticks, printing, tabs, shelf })
  const aids = keepAids({ guardian, tabs, printing, shell: window.shell, opening: () => opening })
  const pageNotices = new PageNotices()
  const speech = askSpeech(guardian)
  serveDocuments(sessions.documents, shelf, () => tabs.leaveFor('documents'))
  const view = () =>
    viewOf(opening, tabs, shelf, downloads, scanner, tasks.shown, pageNotices.of(tabs, opening))
  serveShell(window, {
    tabs,
    shelf,
    downloads,
    scanner,
    tasks,
    aids,
    pageNotices,
    speech,
    keyboard,
    guardian,
    view,
    opening: () => opening,
    changed,
  })

  const present = (presentation: Presentation) => {
    opening = { ...opening, presentation }
    introduce(sessions.visit, presentation.language)
    nativeTheme.themeSource = presentation.comfort.theme === 'light' ? 'light' : 'dark'
    tabs.setComfort(presentation.comfort)
    push()
  }
  const lastPageOf = ({ id }: Service) =>
    tabs.lastAt((host) => serviceOfHost(opening.services, host)?.id === id)?.contents
  const obey = async (message: ToVisitor): Promise<void> => {
    switch (message.type) {
      case 'open':
        opening = message.opening
        present(opening.presentation)
        await window.show()
        return guardian.send({ type: 'shown' })
      case 'secondsLeft':
        opening = { ...opening, secondsLeft: message.secondsLeft }
        return push()
      case 'present':
        return present(message.presentation)
      case 'cover':
        window.hide()
        return tabs.mute(true)
      case 'reveal':
        tabs.mute(false)
        return window.show()
      case 'logOut': {
        tabs.acceptDialogs()
        const services = opening.services.filter(({ id }) => message.services.includes(id))
        const reports = await logOut(services, message.withinSeconds, sessions.visit, lastPageOf)
        return guardian.send({ type: 'loggedOut', reports })
      }
      case 'documentArrived':
        return message.origin === 'stick' ? sticks.receive(message) : scanner.hear(message)
      case 'pageRefused':
      case 'scanProgress':
      case 'scanEnded':
        return scanner.hear(message)
      case 'places':
      case 'agenda':
        return aids.hear(message)
      case 'spoken':
        return speech.hear(message.outcome)
      case 'goTo': {
        const safe = opening.services.find(({ category }) => category === 'safe')
        tasks.leave()
        if (message.what === 'safe' && safe !== undefined) return openService(tabs, opening.services, safe)
        return tabs.leaveFor('documents')
      }
      case 'sticks':
      case 'stickFolder':
      case 'copyProgress':
      case 'stickDone':
      case 'printTold':
        return tasks.hear(message)
      default:
        assertNever(message)
    }
  }

  await window.load()
  guardian.listen((message) => void obey(message))
  guardian.send({ type: 'ready' })
}
