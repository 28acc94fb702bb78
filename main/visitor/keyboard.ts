import { app, type WebContents } from 'electron'
import type { Handlers } from '../../app/contracts/contract.ts'
import type { keyboardCalls } from '../../app/contracts/keyboard-calls.ts'
import type { Sessions } from './sessions.ts'
import { strokesOf } from './strokes.ts'
import type { VisitorWindow } from './window.ts'

/** The on-screen keyboard, which the shell draws: what is pressed there is typed in the page above it. */
export type Keyboard = {
  calls: Handlers<typeof keyboardCalls>
  /** Another page may be shown. */
  follow(): void
}

/**
 * What is typed goes to the page and nowhere else: it is not kept, not logged, not told to the guardian, and the page is
 * not read. The keys are the browser's own, so that the scripts of sites hear them as those of any keyboard.
 */
export function keepKeyboard(window: VisitorWindow, sessions: Sessions): Keyboard {
  let isOpen = false
  let held: WebContents | null = null
  const framesOf = watchFrames(sessions, (page, frame) => {
    if (page === held) believe(page, true, [frame])
  })

  const command = async (page: WebContents, method: string, params: object, frame?: string) => {
    // A page that has gone meanwhile hears no key.
    if (page.isDestroyed()) return
    if (!page.debugger.isAttached()) page.debugger.attach('1.3')
    await page.debugger.sendCommand(method, params, frame).catch(() => {})
  }
  // A finger on a key takes the focus of the window. The page believes to have it still: its field does not lose it,
  // its lists of suggestions stay open, and nothing is said to be wrong before it is written to its end.
  const believe = (page: WebContents, enabled: boolean, frames: (string | undefined)[]) => {
    for (const frame of frames) void command(page, 'Emulation.setFocusEmulationEnabled', { enabled }, frame)
  }
  const wholly = (page: WebContents) => [undefined, ...(framesOf.get(page) ?? [])]
  const follow = () => {
    const next = isOpen ? window.page() : null
    if (next === held) return
    if (held !== null) believe(held, false, wholly(held))
    held = next
    if (held !== null) believe(held, true, wholly(held))
  }

  return {
    follow,
    calls: {
      keyboard: {
        height: (height) => {
          window.setKeyboardHeight(height)
          isOpen = height > 0
          follow()
          if (held !== null) showField(held)
        },
        press: async (key) => {
          if (!isOpen) return
          const page = window.page() ?? window.shell
          for (const stroke of strokesOf(key)) await command(page, 'Input.dispatchKeyEvent', stroke)
        },
        focusPage: () => window.focusPage(),
      },
    },
  }
}

/** Frames of other sites, in which a person may type: each has a process, and a debugging session, of its own. */
function watchFrames(
  sessions: Sessions,
  arrived: (page: WebContents, frame: string) => void,
): WeakMap<WebContents, Set<string>> {
  const framesOf = new WeakMap<WebContents, Set<string>>()
  app.on('web-contents-created', (_event, page) => {
    if (page.session !== sessions.visit) return
    const frames = new Set<string>()
    framesOf.set(page, frames)
    page.debugger.on('message', (_message, method, { sessionId }) => {
      if (method === 'Target.attachedToTarget') {
        frames.add(sessionId)
        arrived(page, sessionId)
      }
      if (method === 'Target.detachedFromTarget') frames.delete(sessionId)
    })
  })
  return framesOf
}

/** The page has become shorter: what is typed in is brought into sight, once it is drawn anew. */
function showField(page: WebContents): void {
  const show = `requestAnimationFrame(() => requestAnimationFrame(() => {
    const field = document.activeElement
    if (document.hasFocus() && field !== document.body) field?.scrollIntoView({ block: 'center' })
  }))`
  // From the page inwards: a frame is seen once what holds it is.
  for (const frame of page.mainFrame.framesInSubtree) frame.executeJavaScript(`${show}; 0`).catch(() => {})
}
