import { once } from 'node:events'
import { WebSocket } from 'ws'
import { coordinatorApi, csrfHeader } from '../../../app/contracts/coordinator-api.ts'
import { coordinatorSaysSchema, type PostSays } from '../../../app/contracts/coordinator-link.ts'
import type { PostState } from '../../../app/coordinator/post-state.ts'
import { admin, type KnownPost, type Service } from './service.ts'
import { ask, forAll, keptOpen } from './telling.ts'

const rounds = 24
const commandsPerRound = 20
const state: PostState = { at: 'inUse', because: null, minutesLeft: 30, turn: 'abcd1234', attention: [] }

/**
 * Posts that are connected, tell their state, and carry commands out.
 * @returns the service's memory in megabytes after each round, and the milliseconds each command took
 */
export async function keepLinks(
  service: Service,
  posts: readonly KnownPost[],
): Promise<{ memory: number[]; commands: number[] }> {
  const sockets: WebSocket[] = []
  await forAll(posts, 50, async (post) => void sockets.push(await connect(service.address, post)))
  const command = await signIn(service.address)
  const memory: number[] = []
  const commands: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const socket of sockets) say(socket, { type: 'state', state: { ...state, minutesLeft: 60 - round } })
    const asked = posts.slice(0, commandsPerRound)
    await forAll(asked, 8, async (post) => void commands.push(await command(post.id)))
    await new Promise((resolve) => setTimeout(resolve, 1000))
    memory.push(service.memory())
  }
  for (const socket of sockets) socket.terminate()
  return { memory, commands }
}

async function connect(address: string, { token }: KnownPost): Promise<WebSocket> {
  const socket = new WebSocket(address.replace(/^http/, 'ws') + coordinatorApi.post.link.path, {
    headers: { authorization: `Bearer ${token}` },
    rejectUnauthorized: false,
  })
  socket.on('message', (data) => {
    const { commandId } = coordinatorSaysSchema.parse(JSON.parse(String(data)))
    say(socket, { type: 'answer', commandId, outcome: 'done' })
  })
  await once(socket, 'open')
  return socket
}

const say = (socket: WebSocket, said: PostSays) => socket.send(JSON.stringify(said))

/** Signs in as the admin. @returns asks a post to end its session, and how long that took in milliseconds */
async function signIn(address: string): Promise<(postId: string) => Promise<number>> {
  const { door, posts } = coordinatorApi
  const entered = await ask(address + door.signIn.path, { method: 'POST' }, admin)
  if (entered.status !== 200) throw new Error(`the admin was answered ${entered.status}`)
  const cookie = entered.headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ') ?? ''
  const { csrfToken } = JSON.parse(entered.text)
  const agent = keptOpen(8)
  return async (postId) => {
    const start = performance.now()
    const path = posts.command.path.replace(':postId', postId)
    const headers = { cookie, [csrfHeader]: csrfToken }
    const command = { do: 'end', turn: state.turn }
    const answered = await ask(address + path, { method: 'POST', agent, headers }, command)
    const { outcome } = JSON.parse(answered.text)
    if (outcome !== 'done') throw new Error(`a command was ${outcome ?? answered.status}`)
    return performance.now() - start
  }
}
