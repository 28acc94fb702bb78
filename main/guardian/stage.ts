import type { BrowserWindow } from 'electron'
import type { Visitor } from './visitors/visitor.ts'

/** Who is on screen: the guardian covers the visitor, or lets it be seen. */
export type Stage = { follow(who: 'guardian' | 'visitor', visitor: Visitor | null): void }

/**
 * @param kiosk keeps the guardian above everything while it is on screen
 * @param onTurn another one is on screen
 */
export function setStage(window: BrowserWindow, kiosk: boolean, onTurn: () => void): Stage {
  let onScreen: 'guardian' | 'visitor' | null = null
  return {
    follow: (who, visitor) => {
      if (who === onScreen) return
      onScreen = who
      onTurn()
      if (who === 'visitor') {
        window.setAlwaysOnTop(false)
        visitor?.send({ type: 'reveal' })
        return
      }
      // Above the visitor first, by ourselves: a visitor that hangs does not hide when it is told to.
      window.setAlwaysOnTop(kiosk, 'screen-saver')
      window.show()
      window.moveTop()
      window.focus()
      visitor?.send({ type: 'cover' })
    },
  }
}
