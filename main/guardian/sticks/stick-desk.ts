import type { FromVisitor, ToVisitor } from '../../../app/contracts/visitor-link.ts'
import { safeFileName } from '../../../app/documents/file-name.ts'
import type { StickTrouble } from '../../../app/sticks/stick.ts'
import { errorCode } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'
import { holdDocuments } from '../scans/session-pages.ts'
import type { SessionAid } from '../session-aid.ts'
import type { Visitor } from '../visitors/visitor.ts'
import type { HeldFolder } from '../wipe/held-folder.ts'
import type { Mount } from '../wipe/mounts.ts'
import type { Unmount } from '../wipe/removable-media-place.ts'
import { type CopyWatch, copyFromStick, copyToStick } from './stick-copies.ts'
import { holdOnStick, listFolder } from './stick-folder.ts'
import { describeSticks, type StickMount } from './stick-mounts.ts'

type Done = Extract<ToVisitor, { type: 'stickDone' }>
type CopyAsked = Extract<FromVisitor, { type: 'copyToStickAsked' | 'copyFromStickAsked' }>

export type StickParts = {
  /** What is plugged in now. */
  mounts(): Promise<Mount[]>
  unmount: Unmount
  quotaBytes: number
}

/** USB sticks, at the service of a session. The visitor sees none of them itself: it asks, and one copy at a time is made. */
export function stickDesk({ mounts, unmount, quotaBytes }: StickParts): SessionAid {
  let copying: { over: AbortController; done: Promise<void> } | null = null

  const plugged = async () => describeSticks(await mounts())

  const find = async (id: string): Promise<StickMount> => {
    const found = (await plugged()).find(({ stick }) => stick.id === id)
    if (found === undefined) throw Object.assign(new Error('no such stick'), { code: 'ENODEV' })
    return found
  }

  const tell = async (
    visitor: Visitor,
    did: Done['did'],
    work: () => Promise<StickTrouble | null>,
    signal?: AbortSignal,
  ): Promise<void> => {
    try {
      visitor.send({ type: 'stickDone', did, trouble: await work() })
    } catch (error) {
      if (signal?.aborted) return visitor.send({ type: 'stickDone', did: 'cancel', trouble: null })
      const code = errorCode(error)
      log.warn({ code, did }, 'something with a stick did not succeed')
      visitor.send({ type: 'stickDone', did, trouble: troubles[code] ?? 'failed' })
    }
  }

  const look = async (visitor: Visitor, id: string, path: readonly string[]): Promise<null> => {
    const { mount } = await find(id)
    const folder = await holdOnStick(mount.point, path)
    try {
      visitor.send({ type: 'stickFolder', entries: await listFolder(folder) })
    } finally {
      await folder.close()
    }
    return null
  }

  const copy = async (
    visitor: Visitor,
    asked: CopyAsked,
    signal: AbortSignal,
  ): Promise<StickTrouble | null> => {
    const { stick, mount } = await find(asked.stick)
    let told = 0
    const percent = (now: number) => {
      if (now - told < 1) return
      told = now
      visitor.send({ type: 'copyProgress', percent: now })
    }
    const watch: CopyWatch = { signal, percent }
    const documents = await holdDocuments(visitor)
    try {
      if (asked.type === 'copyToStickAsked') {
        const root = await holdOnStick(mount.point, [])
        await thenClose(root, () => copyToStick(documents, asked.name, root, stick.freeBytes, watch))
        // On a stick that is no longer there nothing was copied, whatever the system made of it.
        await find(asked.stick)
        return null
      }
      const name = asked.path.at(-1) ?? ''
      const folder = await holdOnStick(mount.point, asked.path.slice(0, -1))
      const arrived = await thenClose(folder, () => copyFromStick(folder, name, documents, quotaBytes, watch))
      if (arrived === null) return 'tooLarge'
      visitor.send({ type: 'documentArrived', ...arrived, name: safeFileName(name), origin: 'stick' })
      return null
    } finally {
      await documents.close()
    }
  }

  const startCopy = (visitor: Visitor, asked: CopyAsked): void => {
    if (copying !== null) return
    const over = new AbortController()
    const work = () => copy(visitor, asked, over.signal)
    const done = tell(visitor, 'copy', work, over.signal).finally(() => {
      copying = null
    })
    copying = { over, done }
  }

  return {
    hear: (visitor, message) => {
      switch (message.type) {
        case 'sticksAsked':
          void plugged()
            .catch(() => [])
            .then((found) => visitor.send({ type: 'sticks', sticks: found.map(({ stick }) => stick) }))
          break
        case 'stickFolderAsked':
          void tell(visitor, 'look', () => look(visitor, message.stick, message.path))
          break
        case 'copyToStickAsked':
        case 'copyFromStickAsked':
          startCopy(visitor, message)
          break
        case 'copyCancelled':
          copying?.over.abort()
          break
        case 'stickReleaseAsked':
          void tell(visitor, 'release', async () => {
            await unmount((await find(message.stick)).mount)
            return null
          })
          break
      }
    },
    end: async () => {
      copying?.over.abort()
      await copying?.done
    },
  }
}

async function thenClose<T>(folder: HeldFolder, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await folder.close()
  }
}

/** What a person is told, by the file system's error. */
const troubles: Record<string, StickTrouble> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENODEV: 'pulled',
  ENXIO: 'pulled',
  EIO: 'pulled',
  ENOTCONN: 'pulled',
  ENOMEDIUM: 'pulled',
  UNMOUNT_REFUSED: 'busy',
}
