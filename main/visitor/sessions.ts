import { type Session, session } from 'electron'
import { languageFacts } from '../../app/session/language-facts.ts'
import type { Language } from '../../app/session/visit.ts'

/** The three Electron sessions of a visitor: no page reaches what another kind may. */
export type Sessions = {
  /** Our own page. */
  shell: Session
  /** Pages of the web. */
  visit: Session
  /**
   * Documents of the shelf, opened without a network. Chromium's PDF viewer shows nothing in a session kept in memory
   * (electron#27121), so this one has a folder in the session root, like the documents themselves.
   */
  documents: Session
}

/** Makes them; every permission and device is refused in each. Must run once Electron is ready. */
export function createSessions(): Sessions {
  const named = (name: string) => {
    const created = session.fromPartition(name, { cache: false })
    created.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    created.setPermissionCheckHandler(() => false)
    created.setDevicePermissionHandler(() => false)
    return created
  }
  return { shell: named('shell'), visit: named('visit'), documents: named('persist:documents') }
}

/** Sites see a plain Chromium that asks for the person's language. */
export function introduce(visit: Session, language: Language): void {
  const ownNames = / (?!AppleWebKit|Chrome|Safari)[^\s()/]+\/\S+/g
  visit.setUserAgent(visit.getUserAgent().replace(ownNames, ''), languageFacts[language].asked)
}
