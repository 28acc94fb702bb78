import { join } from 'node:path'
import { safeFileName } from '../../../app/documents/file-name.ts'
import { isPage, type PageTrouble } from '../../../app/documents/scanned-page.ts'
import { errorCode } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'
import { plainFs } from '../../lib/plain-fs.ts'
import type { Scheduler } from '../../lib/scheduler.ts'
import type { Visitor } from '../visitors/visitor.ts'
import { folderByPath, type HeldFolder, holdFolder } from '../wipe/held-folder.ts'
import type { ScanFolder } from './scan-folder.ts'
import { takePage } from './take-page.ts'

/** The pages that watched folders bring to one session. */
export type SessionPages = {
  seen(folder: ScanFolder, names: readonly Buffer[]): void
  complete(folder: ScanFolder, name: Buffer): void
  /** Nothing is moved any more; what was under way is dropped. */
  end(): Promise<void>
}

/** Where the documents of a visitor are, held: it may put a link in their place. */
export function holdDocuments(visitor: Visitor): Promise<HeldFolder> {
  const path = join(visitor.root, 'documents')
  return process.platform === 'win32' ? Promise.resolve(folderByPath(path)) : holdFolder(path)
}

/**
 * @param isLate whether a page that appeared then may be of the person before
 * @param countLate told of each page that was removed for it
 */
export function pagesOf(
  visitor: Visitor,
  quotaBytes: number,
  scheduler: Scheduler,
  isLate: (seenAt: number) => boolean,
  countLate: (pages: number) => Promise<void>,
): SessionPages {
  /** A page that grows slowly is as old as its first byte. */
  const firstSeen = new Map<string, number>()
  const over = new AbortController()
  let moving: Promise<void> = Promise.resolve()

  const note = (folder: ScanFolder, name: Buffer): number => {
    const key = `${folder.path}/${name.toString('latin1')}`
    const since = firstSeen.get(key) ?? scheduler.now()
    firstSeen.set(key, since)
    return since
  }
  const refuse = (why: PageTrouble) => visitor.send({ type: 'pageRefused', why })

  const move = async (folder: ScanFolder, name: Buffer): Promise<void> => {
    if (over.signal.aborted || !isPage(name.toString())) return
    const held = await folder.hold()
    try {
      if (isLate(note(folder, name))) {
        await plainFs.promises.unlink(held.at(name))
        await countLate(1)
        return refuse('late')
      }
      const documents = await holdDocuments(visitor)
      try {
        const taken = await takePage(held, name, documents, quotaBytes, over.signal)
        if (taken.is === 'refused') return refuse(taken.why)
        if (taken.is === 'left') return
        // The next file of this name is another page.
        firstSeen.delete(`${folder.path}/${name.toString('latin1')}`)
        const { file, bytes } = taken
        visitor.send({
          type: 'documentArrived',
          file,
          name: safeFileName(name.toString()),
          bytes,
          origin: 'scan',
        })
      } finally {
        await documents.close()
      }
    } finally {
      await held.close()
    }
  }

  return {
    seen: (folder, names) => {
      for (const name of names) note(folder, name)
    },
    complete: (folder, name) => {
      note(folder, name)
      // One after the other: each has to fit in what the one before has left.
      moving = moving
        .then(() => move(folder, name))
        .catch((error: unknown) => {
          log.warn({ folder: folder.path, code: errorCode(error) }, 'a page could not be moved')
          if (!over.signal.aborted) refuse('failed')
        })
        // A name may say much of a person: it stays in no memory.
        .finally(() => name.fill(0))
    },
    end: async () => {
      over.abort()
      await moving
    },
  }
}
