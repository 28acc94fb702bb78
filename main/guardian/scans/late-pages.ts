import { errorCode } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'
import type { Scheduler } from '../../lib/scheduler.ts'
import type { EmptyFolder } from '../wipe/remove-tree.ts'
import type { ScanFolder } from './scan-folder.ts'

/** Pages that arrive when they can belong to nobody. */
export type LatePages = {
  /** A session has ended, or may have: for a while, what appears may be of the person it was. */
  sessionEnded(): void
  /** @param seenAt when the page appeared, in seconds of the scheduler */
  isLate(seenAt: number): boolean
  /** Removes and counts all there is in a folder; asked again while it runs, it runs once. @returns how many stayed */
  sweep(folder: ScanFolder): Promise<number>
}

/**
 * @param lateSeconds after an end, how long a page may be of the person before
 * @param count keeps how many were removed
 */
export function keepLatePages(
  lateSeconds: number,
  scheduler: Scheduler,
  emptyFolder: EmptyFolder,
  count: (pages: number) => Promise<void>,
): LatePages {
  let lateUntil = Number.POSITIVE_INFINITY
  const running = new Map<ScanFolder, Promise<number>>()
  const sessionEnded = () => {
    lateUntil = scheduler.now() + lateSeconds
  }

  const sweep = async (folder: ScanFolder): Promise<number> => {
    const before = await folder.look()
    if (before.is === 'gone' || before.names.length === 0) return 0
    // A scanner is still at work for somebody: the time in which its pages come begins again.
    sessionEnded()
    const trouble = await emptyFolder(folder.path).then(() => null, errorCode)
    const after = await folder.look()
    // What is new since then has come meanwhile.
    const left = before.names.filter(
      (name) => after.is === 'there' && after.names.some((other) => other.equals(name)),
    ).length
    if (left > 0) log.error({ folder: folder.path, left, trouble }, 'late pages could not be removed')
    if (before.names.length > left) await count(before.names.length - left)
    return left
  }

  return {
    sessionEnded,
    isLate: (seenAt) => seenAt < lateUntil,
    sweep: (folder) => {
      const run = running.get(folder) ?? sweep(folder).finally(() => running.delete(folder))
      running.set(folder, run)
      return run
    },
  }
}
