import type { FromVisitor } from '../../app/contracts/visitor-link.ts'
import type { Visitor } from './visitors/visitor.ts'

/** Something of the machine that is at the service of a session, and that its visitor cannot reach itself. */
export type SessionAid = {
  /** What is not for this aid is ignored. */
  hear(visitor: Visitor, message: FromVisitor): void
  /** The session is over: stops what is under way, and waits until it has stopped. */
  end(): Promise<void>
}
