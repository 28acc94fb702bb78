import type { WebSocket } from 'ws'
import {
  type CoordinatorSays,
  heartbeatSeconds,
  linkClosed,
  postSaysSchema,
} from '../../../app/contracts/coordinator-link.ts'
import { log } from '../../lib/log.ts'
import { type Scheduler, systemScheduler } from '../../lib/scheduler.ts'
import type { Books } from '../books/books.ts'
import type { Asked } from '../books/commands.ts'
import type { LinkBook } from '../books/links.ts'
import { newId } from '../secrets.ts'
import type { Bell } from '../store/bell.ts'

/** A post that says more than this between two pings is cut off. */
const messagesMost = 100

type Link = { id: string; postId: string; socket: WebSocket; heard: boolean; messages: number }

/** The posts connected to this instance. */
export type LinkHub = {
  add(socket: WebSocket, post: { id: string; token: string }): Promise<void>
  size(): number
  /** Tells the posts that this instance stops. */
  close(): void
  /** Ends what did not answer to that. */
  cut(): void
}

export function linkHub(
  { books, links, bell }: { books: Books; links: LinkBook; bell: Bell },
  scheduler: Scheduler = systemScheduler,
): LinkHub {
  const connected = new Map<string, Link>()
  let closing = false

  const pass = (link: Link, commands: Asked[]) => {
    for (const { id, command } of commands) {
      const said: CoordinatorSays = { type: 'command', commandId: id, command }
      link.socket.send(JSON.stringify(said))
    }
  }
  /** What cannot be claimed now, for want of a database, waits there for the next ring or for its asker to give up. */
  const deliver = (link: Link) => {
    books.commands.claim(link.postId, link.id).then(
      (commands) => {
        if (commands === null) link.socket.close(linkClosed.replaced)
        else pass(link, commands)
      },
      () => log.warn('commands could not be claimed'),
    )
  }
  /** A message that cannot be kept is lost with its link: the post connects again and says its state anew. */
  const guarded = (link: Link, work: Promise<unknown>) => {
    work.catch((error: unknown) => {
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'a link was cut')
      link.socket.terminate()
    })
  }
  const forget = (link: Link) => {
    if (connected.get(link.postId) === link) connected.delete(link.postId)
    // An instance that stops takes all its links out at once.
    if (closing) return
    links.end(link.id).catch(() => log.warn('a link could not be taken out of the database'))
  }

  const hear = async (link: Link, data: unknown) => {
    link.heard = true
    link.messages += 1
    const said = link.messages > messagesMost ? null : readMessage(String(data))
    if (said === null) return link.socket.terminate()
    if (said.type === 'state') await books.posts.keepState(link.postId, said.state)
    else if (said.type === 'runtime') await books.posts.keepRuntime(link.postId, said.runtime)
    else await books.commands.answer(link.postId, said.commandId, said.outcome)
  }

  bell.hear((topic) => {
    const [kind, postId = ''] = topic.split(':')
    const link = connected.get(postId)
    if (kind === 'revoked') link?.socket.close(linkClosed.revoked)
    else if (kind === 'post' && link !== undefined) deliver(link)
    else if (kind === 'all') for (const each of connected.values()) deliver(each)
  })

  const stopBeating = scheduler.every(heartbeatSeconds, () => {
    for (const link of connected.values()) {
      if (!link.heard) link.socket.terminate()
      link.heard = false
      link.messages = 0
      link.socket.ping()
    }
  })

  return {
    add: async (socket, { id: postId, token }) => {
      const link: Link = { id: newId(), postId, socket, heard: true, messages: 0 }
      // Heard from the first moment: what a post says while its link is written down must not be lost.
      socket.on('message', (data) => guarded(link, hear(link, data)))
      socket.on('pong', () => {
        link.heard = true
      })
      socket.on('close', () => forget(link))
      socket.on('error', () => socket.terminate())

      await links.begin(postId, link.id)
      if (socket.readyState !== socket.OPEN) return forget(link)
      const before = connected.get(postId)
      connected.set(postId, link)
      before?.socket.close(linkClosed.replaced)
      // Its token may have been revoked since it was let in.
      if ((await books.posts.byToken(token)) === null) return socket.close(linkClosed.revoked)
      // Others that still hold an older link of this post find out that they do.
      await bell.ring(`post:${postId}`)
      pass(link, await books.commands.unanswered(postId))
    },
    size: () => connected.size,
    close: () => {
      closing = true
      stopBeating()
      for (const { socket } of connected.values()) socket.close(1001)
    },
    cut: () => {
      for (const { socket } of connected.values()) socket.terminate()
    },
  }
}

function readMessage(text: string) {
  try {
    return postSaysSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
