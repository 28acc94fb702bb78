import type { WebContents } from 'electron'
import { hearActs } from './acts.ts'

/** Longer than a slow page on a slow machine takes to answer a press. */
const patienceMilliseconds = 10_000

/**
 * Tells when a page does not answer what the person does in it. Chromium has an event of its own for this, and keeps it
 * back where a debugger is attached, as ours is (interception.ts).
 */
export function watchHang(page: WebContents, hangs: () => void, answers: () => void): void {
  let isAsked = false
  hearActs(page, () => {
    if (isAsked) return
    isAsked = true
    const timer = setTimeout(hangs, patienceMilliseconds)
    const settle = () => {
      isAsked = false
      clearTimeout(timer)
      answers()
    }
    // A frame that goes away meanwhile has answered too.
    page.mainFrame.executeJavaScript('0').then(settle, settle)
  })
}
