import type { FromVisitor, ToVisitor } from '../../app/contracts/visitor-link.ts'
import type { Visitor, VisitorListener } from '../../main/guardian/visitors/visitor.ts'

/** A visitor without a browser. It shows itself when it is opened and logs out when asked, unless told otherwise. */
export type FakeVisitor = Visitor & {
  heard: ToVisitor[]
  says(message: FromVisitor): void
  crashes(): void
}

export type Manners = { shows?: boolean; logsOut?: boolean; onHearing?: (message: ToVisitor) => void }

export function fakeVisitor(root: string, manners: Manners = {}): FakeVisitor {
  const { shows = true, logsOut = true, onHearing = () => {} } = manners
  let listener: VisitorListener = () => {}
  let gone = false
  const leave = () => {
    if (gone) return
    gone = true
    listener({ type: 'gone' })
  }
  const visitor: FakeVisitor = {
    root,
    heard: [],
    get gone() {
      return gone
    },
    send: (message) => {
      if (gone) return
      visitor.heard.push(message)
      onHearing(message)
      if (message.type === 'open' && shows) listener({ type: 'shown' })
      if (message.type === 'logOut' && logsOut) {
        const reports = message.services.map((service) => ({ service, outcome: 'confirmed' as const }))
        listener({ type: 'loggedOut', reports })
      }
    },
    listen: (next) => {
      listener = next
      if (gone) next({ type: 'gone' })
    },
    debuggingPort: () => undefined,
    kill: async () => leave(),
    says: (message) => listener(message),
    crashes: leave,
  }
  return visitor
}
