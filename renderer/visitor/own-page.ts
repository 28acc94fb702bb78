import type { VisitorView } from '../../app/contracts/visitor-page.ts'

/** Whether what is under the bar are words of ours: not a page of the web, nor what one says or asks. */
export function showsOwnPage({ task, showing, tabs, activeTab }: VisitorView): boolean {
  if (task !== null || showing !== 'page') return true
  return tabs.some(({ id, trouble }) => id === activeTab && trouble !== null)
}
