import { WebSocket } from 'ws'
import {
  type CoordinatorSays,
  coordinatorSaysSchema,
  linkApi,
  linkClosed,
  type PostSays,
} from '../../../app/contracts/coordinator-link.ts'
import type { Pairing } from './pairing-file.ts'
import { pinnedAgent, WrongCertificate } from './pinned-agent.ts'

const longestMessage = 64_000
const handshakeWithinSeconds = 15

/** Why there is no connection. `refused`: the token is not valid any more; `replaced`: another post has the same one. */
export type LinkEnd = 'unreachable' | 'refused' | 'replaced' | 'wrongCertificate'

/** One connection to the coordinator, from its opening to its end. */
export type Link = {
  say(said: PostSays): void
  /** Cuts it, without waiting for an answer. */
  cut(): void
}

export type LinkListener = {
  onOpen(): void
  onCommand(said: CoordinatorSays): void
  /** Anything arrived, be it a ping. */
  onHeard(): void
  /** Once, whatever happened. */
  onEnd(end: LinkEnd): void
}

export function openLink({ host, port, fingerprint, token }: Pairing, listener: LinkListener): Link {
  const scheme = fingerprint === null ? 'ws' : 'wss'
  const socket = new WebSocket(`${scheme}://${host}:${port}${linkApi.post.link.path}`, {
    headers: { authorization: `Bearer ${token}` },
    ...(fingerprint === null ? {} : { agent: pinnedAgent(fingerprint) }),
    handshakeTimeout: handshakeWithinSeconds * 1000,
    maxPayload: longestMessage,
    perMessageDeflate: false,
  })
  let end: LinkEnd = 'unreachable'
  socket.on('open', listener.onOpen)
  socket.on('ping', listener.onHeard)
  socket.on('message', (data) => {
    listener.onHeard()
    const said = readMessage(String(data))
    if (said === null) socket.terminate()
    else listener.onCommand(said)
  })
  socket.on('unexpected-response', (_request, response) => {
    if (response.statusCode === 401) end = 'refused'
    socket.terminate()
  })
  socket.on('error', (error) => {
    if (error instanceof WrongCertificate) end = 'wrongCertificate'
  })
  socket.on('close', (code) => {
    if (code === linkClosed.revoked) end = 'refused'
    if (code === linkClosed.replaced) end = 'replaced'
    listener.onEnd(end)
  })
  return {
    say: (said) => {
      if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(said))
    },
    cut: () => socket.terminate(),
  }
}

function readMessage(text: string): CoordinatorSays | null {
  try {
    return coordinatorSaysSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
