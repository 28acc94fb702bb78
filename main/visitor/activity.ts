import { app } from 'electron'

const quietMilliseconds = 1000
/** The pointer rests while the page moves under it. */
const notOfAPerson = new Set(['mouseEnter', 'mouseLeave'])

/** Tells that a hand is there, at most once a second. */
export function watchActivity(active: () => void): void {
  let toldAt = Number.NEGATIVE_INFINITY
  app.on('web-contents-created', (_event, contents) => {
    contents.on('input-event', (_input, { type }) => {
      const now = performance.now()
      if (notOfAPerson.has(type) || now - toldAt < quietMilliseconds) return
      toldAt = now
      active()
    })
  })
}
