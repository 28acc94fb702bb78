import { basename } from 'node:path'
import { type FSWatcher, watch } from 'chokidar'
import { errorCode } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'
import type { Scheduler } from '../../lib/scheduler.ts'
import type { ScanFolder } from './scan-folder.ts'

export type FolderListener = {
  /** What is in the folder now: told each second, and when something has changed. */
  seen(names: readonly Buffer[]): void
  /** Nothing has been added to this file for as long as the policy says. */
  complete(name: Buffer): void
  /** The folder can be seen again, or for the first time: what is in it came when nobody looked. */
  returned(): void
}

const lookEverySeconds = 1

/**
 * Watches a folder for as long as the post runs. It polls: of what others write on a network drive the system tells
 * nothing. A drive that goes is told in the log; when it is back, it is watched again.
 */
export function watchFolder(
  folder: ScanFolder,
  settleSeconds: number,
  scheduler: Scheduler,
  listener: FolderListener,
): void {
  let watcher: FSWatcher | undefined
  let identity: string | null | undefined
  let looking = false

  const look = async (): Promise<void> => {
    const now = await folder.look()
    const was = identity
    identity = now.is === 'there' ? now.identity : null
    if (now.is === 'gone' && was !== null)
      log.warn({ folder: folder.path, why: now.why }, 'a scan folder cannot be watched')
    if (now.is === 'there' && was === null)
      log.info({ folder: folder.path }, 'a scan folder is watched again')
    if (identity !== was) {
      await watcher?.close()
      watcher = now.is === 'there' ? await started() : undefined
      if (now.is === 'there') listener.returned()
      return
    }
    if (now.is === 'there') listener.seen(now.names)
  }
  const lookSafely = async (): Promise<void> => {
    // One at a time: a look at a drive that hangs does not come back, and more would hang as well.
    if (looking) return
    looking = true
    await look().catch((error: unknown) => {
      log.error({ folder: folder.path, code: errorCode(error) }, 'a scan folder could not be looked at')
    })
    looking = false
  }

  const started = async (): Promise<FSWatcher> => {
    const started = watch(folder.path, {
      depth: 0,
      followSymlinks: false,
      ignoreInitial: true,
      ignorePermissionErrors: true,
      atomic: false,
      usePolling: true,
      interval: 300,
      awaitWriteFinish: { stabilityThreshold: settleSeconds * 1000, pollInterval: 200 },
    })
    const complete = (path: string) => listener.complete(Buffer.from(basename(path)))
    started
      .on('add', complete)
      .on('change', complete)
      .on('raw', () => void lookSafely())
    started.on('error', (error) => {
      log.warn({ folder: folder.path, code: errorCode(error) }, 'a scan folder is hard to watch')
    })
    await new Promise<void>((ready) => started.once('ready', ready))
    return started
  }

  void lookSafely()
  scheduler.every(lookEverySeconds, () => void lookSafely())
}
