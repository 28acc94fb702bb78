import type { Socket } from 'node:net'
import {
  asCommand,
  asData,
  isEvent,
  isRefusal,
  messageEnded,
  readReplies,
  type SsipReply,
} from '../../../app/speech/ssip.ts'

/** A connection to a speech server that answers. */
export type SsipConnection = {
  /** @throws when it is refused, or the connection is lost */
  command(line: string): Promise<SsipReply>
  /** Resolves once the text was said or cancelled. @throws likewise */
  speak(text: string): Promise<void>
  close(): void
}

type Waiting = { resolve(reply: SsipReply): void; reject(lost: Error): void }

/** @param socket connected to the server */
export function ssipConnection(socket: Socket): SsipConnection {
  /** Questions, in the order of their answers. */
  const asked: Waiting[] = []
  /** Messages being said; and those of which the end was heard, perhaps before anybody waited for it. */
  const spoken = new Map<string, Waiting>()
  const ended = new Set<string>()
  let unread = ''
  let lost: Error | null = null

  const lose = (why: Error) => {
    lost ??= why
    for (const { reject } of [...asked.splice(0), ...spoken.values()]) reject(lost)
    spoken.clear()
    socket.destroy()
  }
  const hear = (reply: SsipReply) => {
    if (!isEvent(reply)) return asked.shift()?.resolve(reply)
    const [message] = reply.lines
    const isOver = reply.code === messageEnded.end || reply.code === messageEnded.cancelled
    if (message === undefined || !isOver) return
    ended.add(message)
    spoken.get(message)?.resolve(reply)
  }
  socket.setEncoding('utf8')
  socket.on('data', (received: string) => {
    try {
      const { replies, rest } = readReplies(unread + received)
      unread = rest
      for (const reply of replies) hear(reply)
    } catch (error) {
      lose(error instanceof Error ? error : new Error('unreadable'))
    }
  })
  socket.on('error', lose)
  socket.on('close', () => lose(new Error('The speech server has gone.')))

  const ask = async (written: string): Promise<SsipReply> => {
    const reply = await new Promise<SsipReply>((resolve, reject) => {
      if (lost !== null) return reject(lost)
      asked.push({ resolve, reject })
      socket.write(written)
    })
    if (isRefusal(reply)) throw new Error(`The speech server refused: ${reply.code}.`)
    return reply
  }
  // A command between `SPEAK` and its text would be read aloud.
  let before: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = before.then(work)
    before = mine.catch(() => {})
    return mine
  }

  return {
    command: (line) => inTurn(() => ask(asCommand(line))),
    speak: async (text) => {
      const queued = await inTurn(async () => {
        await ask(asCommand('SPEAK'))
        return ask(asData(text))
      })
      const [message = ''] = queued.lines
      if (ended.has(message)) return
      await new Promise<SsipReply>((resolve, reject) => {
        if (lost !== null) return reject(lost)
        spoken.set(message, { resolve, reject })
      })
    },
    close: () => socket.destroy(),
  }
}
