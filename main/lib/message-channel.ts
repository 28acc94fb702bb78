import type { Duplex } from 'node:stream'

/** The pipe between a guardian and a visitor, after standard input, output and errors. */
export const channelDescriptor = 3

/** Longer than any message of the contract. */
const longestCharacters = 4_000_000
/** What the other side may leave unread. */
const mostUnreadBytes = 16_000_000

export type MessageChannel = {
  /** A message that cannot leave any more is lost: that the other side is gone is told otherwise. */
  send(message: unknown): void
}

/**
 * Messages as lines of JSON over a pipe whose other side may be hostile. Node's own channel between processes is not
 * for that: one line that is no JSON, or one of Node's internal messages, ends the process that reads it, and a line
 * without an end fills its memory.
 * @param hear each message, checked by nobody yet; `undefined` for a line that is no JSON
 * @param broken the other side sends a line without an end, or does not read: nothing is heard from it any more
 */
export function openChannel(
  pipe: Duplex,
  hear: (message: unknown) => void,
  broken: () => void,
): MessageChannel {
  let rest = ''
  const breakOff = () => {
    if (pipe.destroyed) return
    pipe.destroy()
    broken()
  }
  // That a pipe ends or fails is its process's business.
  pipe.on('error', () => {})
  pipe.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(parse(line))
    if (rest.length > longestCharacters) breakOff()
  })
  return {
    send: (message) => {
      if (pipe.destroyed) return
      if (pipe.writableLength > mostUnreadBytes) return breakOff()
      pipe.write(`${JSON.stringify(message)}\n`)
    },
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
