import type { Opening } from '../../app/contracts/visitor-link.ts'
import type { Tile, VisitorView } from '../../app/contracts/visitor-page.ts'
import { bytesUsed } from '../../app/documents/document.ts'
import type { Service } from '../../app/services/service.ts'
import type { Downloads } from './downloads.ts'
import type { Scanner } from './scanner.ts'
import type { Shelf } from './shelf.ts'
import type { Tabs } from './tabs.ts'

/** What the shell page shows now. */
export function viewOf(
  opening: Opening,
  tabs: Tabs,
  shelf: Shelf,
  downloads: Downloads,
  scanner: Scanner,
  task: VisitorView['task'],
  pageNotice: VisitorView['pageNotice'],
): VisitorView {
  const documents = shelf.list()
  return {
    ...opening.presentation,
    languages: opening.languages,
    spoken: opening.spoken,
    structure: opening.structure,
    colour: opening.colour,
    help: opening.help,
    rules: opening.rules,
    tiles: opening.services.filter((service) => service.tile).map(tileOf),
    showing: tabs.showing,
    aids: opening.aids,
    tabs: tabs.all.map((tab) => tab.toView()),
    activeTab: tabs.active?.id ?? null,
    notice: tabs.notice,
    pageNotice,
    documents,
    bytesUsed: bytesUsed(documents),
    quotaBytes: opening.quotaBytes,
    refusal: downloads.refusal,
    scanner: opening.scanner ? { percent: scanner.percent } : null,
    pageTrouble: scanner.trouble,
    task,
    printing: opening.pagesMax !== null,
    touchKeyboard: opening.touchKeyboard,
    secondsLeft: opening.secondsLeft,
  }
}

function tileOf({ id, name, purpose, category, icon, frequent }: Service): Tile {
  return { id, name, purpose, category, icon, frequent }
}
