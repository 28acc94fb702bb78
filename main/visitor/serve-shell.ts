import type { Opening, Presentation } from '../../app/contracts/visitor-link.ts'
import { type VisitorView, visitorPageContract } from '../../app/contracts/visitor-page.ts'
import { servePage } from '../lib/serve-page.ts'
import type { Aids } from './aids.ts'
import type { Downloads } from './downloads.ts'
import type { GuardianLink } from './guardian-link.ts'
import type { Keyboard } from './keyboard.ts'
import { openService } from './open-service.ts'
import type { PageNotices } from './page-notices.ts'
import type { Scanner } from './scanner.ts'
import type { Shelf } from './shelf.ts'
import type { Speech } from './speech.ts'
import type { Tab } from './tab.ts'
import type { Tabs } from './tabs.ts'
import type { Tasks } from './tasks.ts'
import type { VisitorWindow } from './window.ts'

/** What the calls of the shell page act on. */
export type Parts = {
  tabs: Tabs
  shelf: Shelf
  downloads: Downloads
  scanner: Scanner
  tasks: Tasks
  aids: Aids
  pageNotices: PageNotices
  speech: Speech
  keyboard: Keyboard
  guardian: GuardianLink
  opening: () => Opening
  view: () => VisitorView
  changed: () => void
}

/** Carries out what the person does in the bar, at home and on the shelf. */
export function serveShell(window: VisitorWindow, parts: Parts): void {
  const { tabs, shelf, downloads, scanner, tasks, guardian } = parts
  const on = (act: (tab: Tab) => void) => () => {
    if (tabs.showing === 'page' && tabs.active !== null) act(tabs.active)
    parts.changed()
  }
  const at = (id: string) => tabs.all.find((tab) => tab.id === id)
  const leaveShelf = () => {
    tasks.leave()
    if (tabs.showing !== 'documents') return
    downloads.forget()
    scanner.forget()
  }

  // The guardian decides, and shows its own pages likewise.
  const present = (presentation: Presentation) => guardian.send({ type: 'presentationAsked', presentation })

  servePage(window.shell, visitorPageContract, {
    view: {
      get: parts.view,
      barHeight: window.setBarHeight,
    },
    notice: {
      dismiss: () => tabs.dismissNotice(),
      dismissPageNotice: () => {
        parts.pageNotices.dismiss(tabs, parts.opening())
        parts.changed()
      },
    },
    home: {
      show: () => {
        leaveShelf()
        tabs.leaveFor('home')
      },
      openService: (id) => {
        const { services } = parts.opening()
        const service = services.find((candidate) => candidate.id === id)
        if (service !== undefined) openService(tabs, services, service)
      },
    },
    charter: {
      show: () => {
        leaveShelf()
        tabs.leaveFor('charter')
      },
    },
    tab: {
      select: (id) => {
        const tab = at(id)
        if (tab === undefined) return
        leaveShelf()
        tabs.select(tab)
      },
      close: (id) => at(id)?.contents.close(),
      back: on((tab) => tab.contents.navigationHistory.goBack()),
      forward: on((tab) => tab.contents.navigationHistory.goForward()),
      reload: on((tab) => tab.contents.reload()),
      zoom: (direction) => on((tab) => tab.zoom(direction))(),
      leaveTrouble: on((tab) => tab.leaveTrouble()),
      wait: on((tab) => tab.wait()),
      answer: (answer) => at(answer.tab)?.dialogs.answer(answer),
    },
    documents: {
      show: () => {
        tasks.leave()
        tabs.leaveFor('documents')
      },
      open: (id) => {
        const document = shelf.get(id)
        if (document === undefined || document.kind === 'other' || document.state !== 'complete') return
        leaveShelf()
        tabs.openDocument(document)
      },
      delete: async (id) => {
        downloads.stop(id)
        await shelf.delete(id)
      },
      scan: () => scanner.ask(),
      cancelScan: () => scanner.cancel(),
    },
    reading: {
      chooseLanguage: (language) => present({ ...parts.opening().presentation, language }),
      setComfort: (comfort) => present({ ...parts.opening().presentation, comfort }),
    },
    ...parts.speech.calls,
    ...parts.keyboard.calls,
    ...tasks.calls,
    ...parts.aids.calls(leaveShelf),
    session: {
      askEnd: () => guardian.send({ type: 'endAsked' }),
      askStaff: () => guardian.send({ type: 'staffAsked' }),
    },
  })
}
