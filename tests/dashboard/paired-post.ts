import { once } from 'node:events'
import type { APIRequestContext } from '@playwright/test'
import { WebSocket } from 'ws'
import { coordinatorApi } from '../../app/contracts/coordinator-api.ts'
import { coordinatorSaysSchema, type PostSays } from '../../app/contracts/coordinator-link.ts'
import type { Command } from '../../app/coordinator/command.ts'
import { readPairingCode } from '../../app/coordinator/pairing-code.ts'
import type { PostState } from '../../app/coordinator/post-state.ts'
import type { Runtime } from '../../app/coordinator/runtime.ts'

/** A post as the coordinator knows it: it joins with a code, tells its state and its counts, answers commands. */
export type PairedPost = {
  commands: Command[]
  /** Goes on without answering. */
  mute(): void
  tell(state: PostState): void
  tellRuntime(runtime: Runtime): void
  tellDay(day: string, counts: Record<string, number>): Promise<void>
  stop(): void
}

const { join, link, tellDay } = coordinatorApi.post

export async function pairPost(
  request: APIRequestContext,
  address: string,
  code: string,
): Promise<PairedPost> {
  const secret = readPairingCode(code)?.secret
  const joined = await request.post(address + join.path, { data: { secret } })
  if (!joined.ok()) throw new Error(`not joined: ${await joined.text()}`)
  const { token } = join.result.parse(await joined.json())
  const headers = { authorization: `Bearer ${token}` }
  const url = address.replace('https', 'wss') + link.path
  const socket = new WebSocket(url, { headers, rejectUnauthorized: false })
  const commands: Command[] = []
  let isMute = false
  const say = (said: PostSays) => socket.send(JSON.stringify(said))
  socket.on('message', (data) => {
    const { commandId, command } = coordinatorSaysSchema.parse(JSON.parse(String(data)))
    if (isMute) return
    commands.push(command)
    say({ type: 'answer', commandId, outcome: 'done' })
  })
  await once(socket, 'open')
  return {
    commands,
    mute: () => {
      isMute = true
    },
    tell: (state) => say({ type: 'state', state }),
    tellRuntime: (runtime) => say({ type: 'runtime', runtime }),
    tellDay: async (day, counts) => {
      const told = await request.put(address + tellDay.path.replace(':day', day), {
        headers,
        data: { seriesone: counts },
      })
      if (!told.ok()) throw new Error(`not told: ${await told.text()}`)
    },
    stop: () => socket.terminate(),
  }
}

export const free: PostState = { at: 'free', because: null, minutesLeft: null, turn: null, attention: [] }
export const inUse: PostState = { ...free, at: 'inUse', minutesLeft: 42, turn: 'abcd1234' }
