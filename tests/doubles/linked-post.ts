import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { coordinatorApi } from '../../app/contracts/coordinator-api.ts'
import {
  type CoordinatorSays,
  coordinatorSaysSchema,
  type PostSays,
} from '../../app/contracts/coordinator-link.ts'
import type { Command, Outcome } from '../../app/coordinator/command.ts'
import type { PostState } from '../../app/coordinator/post-state.ts'

export const inUse: PostState = {
  at: 'inUse',
  because: null,
  minutesLeft: 42,
  turn: 'abcd1234',
  attention: [],
}

/** A post at its end of the WebSocket. Like a real one it carries each command out once, and answers as often as asked. */
export type LinkedPost = {
  /** Commands in the order they were carried out. */
  done: Command[]
  /** How often commands came, repeats too. */
  received(): number
  tell(state: PostState): void
  /** Goes on without answering, or answers again. */
  setMute(mute: boolean): void
  /** The cable is pulled: nothing is said any more, not even goodbye. */
  cut(): void
  closed: Promise<number>
  socket: WebSocket
}

/** @param memory commands carried out before, where a post connects again */
export async function linkPost(
  address: string,
  token: string,
  memory = new Map<string, Outcome>(),
): Promise<LinkedPost> {
  const url = address.replace(/^http/, 'ws') + coordinatorApi.post.link.path
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } })
  const done: Command[] = []
  let received = 0
  let mute = false
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  const say = (said: PostSays) => socket.send(JSON.stringify(said))
  socket.on('message', (data) => {
    const { commandId, command }: CoordinatorSays = coordinatorSaysSchema.parse(JSON.parse(String(data)))
    received += 1
    if (mute) return
    const before = memory.get(commandId)
    if (before === undefined) done.push(command)
    const outcome = before ?? 'done'
    memory.set(commandId, outcome)
    say({ type: 'answer', commandId, outcome })
  })
  onTestFinished(() => socket.terminate())
  await once(socket, 'open')
  return {
    done,
    received: () => received,
    tell: (state) => say({ type: 'state', state }),
    setMute: (value) => {
      mute = value
    },
    cut: () => socket.terminate(),
    closed,
    socket,
  }
}
