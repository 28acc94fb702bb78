import { Socket } from 'node:net'
import {
  type FromVisitor,
  fromVisitorSchema,
  type ToVisitor,
  toVisitorSchema,
} from '../../app/contracts/visitor-link.ts'
import { channelDescriptor, openChannel } from '../lib/message-channel.ts'

export type GuardianLink = {
  send(message: FromVisitor): void
  listen(handle: (message: ToVisitor) => void): void
}

/**
 * The pipe this process was spawned with. Without a guardian a visitor has no reason to live: it leaves at once
 * when the channel closes.
 * @throws when there is no channel; and, from the channel, when a message is not in the contract
 */
export function linkToGuardian(): GuardianLink {
  const pipe = new Socket({ fd: channelDescriptor, readable: true, writable: true })
  // Killed, not quit: a quit that stalls would let a visitor outlive its guardian.
  pipe.on('close', () => process.kill(process.pid, 'SIGKILL'))
  // Nothing is said to a visitor before it is ready, and so before it listens.
  let handle: (message: ToVisitor) => void = () => {}
  const channel = openChannel(
    pipe,
    (message) => handle(toVisitorSchema.parse(message)),
    () => {},
  )
  return {
    send: (message) => channel.send(fromVisitorSchema.parse(message)),
    listen: (next) => {
      handle = next
    },
  }
}
