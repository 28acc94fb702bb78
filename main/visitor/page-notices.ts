import type { Opening } from '../../app/contracts/visitor-link.ts'
import { type PageNoticeKind, pageNoticeAt } from '../../app/services/page-notice.ts'
import type { Tab } from './tab.ts'
import type { Tabs } from './tabs.ts'

/** The word beside the page that is shown. Read once, it is not said again until the page has led elsewhere and back. */
export class PageNotices {
  readonly #read = new WeakMap<Tab, PageNoticeKind>()

  of({ active, showing }: Tabs, { services, help }: Opening): PageNoticeKind | null {
    if (showing !== 'page' || active === null || !active.isShown) return null
    const kind = pageNoticeAt(services, help, active.contents.getURL())
    if (this.#read.get(active) === kind) return null
    this.#read.delete(active)
    return kind
  }

  dismiss(tabs: Tabs, opening: Opening): void {
    const kind = this.of(tabs, opening)
    if (kind !== null && tabs.active !== null) this.#read.set(tabs.active, kind)
  }
}
