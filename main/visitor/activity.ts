import { app, type WebContents } from 'electron'
import type { Scheduler } from '../lib/scheduler.ts'

const quietMilliseconds = 1000
/** The pointer rests while the page moves under it. */
const notOfAPerson = new Set(['mouseEnter', 'mouseLeave'])

/** Tells that a hand is there, at most once a second. */
export function watchActivity(active: () => void): void {
  let toldAt = Number.NEGATIVE_INFINITY
  const notice = () => {
    const now = performance.now()
    if (now - toldAt < quietMilliseconds) return
    toldAt = now
    active()
  }
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', (_input, { type }) => {
      if (!notOfAPerson.has(type)) notice()
    })
    // A frame of another site has its own process, whose input is not told: its keys and its pointer are.
    contents.on('before-input-event', notice)
    contents.on('cursor-changed', notice)
  })
}

const listeningSeconds = 5

/** Tells that somebody listens: a call or a lesson that can be heard is not idleness, though no hand moves. */
export function watchListening(
  scheduler: Pick<Scheduler, 'every'>,
  pages: () => readonly WebContents[],
  active: () => void,
): void {
  scheduler.every(listeningSeconds, () => {
    if (pages().some((page) => page.isCurrentlyAudible())) active()
  })
}
