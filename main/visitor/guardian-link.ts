import {
  type FromVisitor,
  fromVisitorSchema,
  type ToVisitor,
  toVisitorSchema,
} from '../../app/contracts/visitor-link.ts'

export type GuardianLink = {
  send(message: FromVisitor): void
  listen(handle: (message: ToVisitor) => void): void
}

/**
 * The channel this process was spawned with. Without a guardian a visitor has no reason to live: it leaves at once
 * when the channel closes.
 * @throws when there is no channel; and, from the channel, when a message is not in the contract
 */
export function linkToGuardian(): GuardianLink {
  if (process.send === undefined) throw new Error('There is no channel: only the guardian starts a visitor.')
  // Killed, not quit: a quit that stalls would let a visitor outlive its guardian.
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  return {
    // A message that cannot leave any more is the disconnection's business.
    send: (message) => void process.send?.(fromVisitorSchema.parse(message), () => {}),
    listen: (handle) => void process.on('message', (raw) => handle(toVisitorSchema.parse(raw))),
  }
}
