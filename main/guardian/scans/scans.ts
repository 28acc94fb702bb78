import type { State } from '../../../app/session/machine.ts'
import { type Scheduler, within } from '../../lib/scheduler.ts'
import type { Visitor } from '../visitors/visitor.ts'
import type { EmptyFolder } from '../wipe/remove-tree.ts'
import { keepLatePages } from './late-pages.ts'
import type { ScanFolder } from './scan-folder.ts'
import { pagesOf, type SessionPages } from './session-pages.ts'
import { watchFolder } from './watch-folder.ts'

/** A drive that hangs keeps nobody from the post: of its pages, too, nothing can be seen. */
const sweepSeconds = 5

/**
 * Whose page is it? One that appears during a session, and not too soon after the one before, goes to the documents of
 * that session. Any other belongs to nobody: it is removed, counted, and shown to nobody.
 */
export type Scans = {
  /** Told each state of the post: pages are swept away while nobody is there, and between wipes. */
  follow(state: State): void
  /** Removes what is nobody's; what appears from then on is this visitor's. @throws when something stays */
  begin(visitor: Visitor): Promise<void>
  /** What appears is nobody's from now on. Ending twice is safe. */
  end(): Promise<void>
}

export type ScansParts = {
  folders: readonly ScanFolder[]
  settleSeconds: number
  lateSeconds: number
  quotaBytes: number
  scheduler: Scheduler
  emptyFolder: EmptyFolder
  countLatePages(pages: number): Promise<void>
  /** A folder that was gone can be seen again. */
  onReturned(): void
}

export function keepScans(parts: ScansParts): Scans {
  const { folders, scheduler, countLatePages } = parts
  const late = keepLatePages(parts.lateSeconds, scheduler, parts.emptyFolder, countLatePages)
  let pages: SessionPages | null = null
  let nobodyIsThere = false

  for (const folder of folders) {
    watchFolder(folder, parts.settleSeconds, scheduler, {
      seen: (names) => {
        if (pages !== null) pages.seen(folder, names)
        else if (nobodyIsThere && names.length > 0) void late.sweep(folder)
      },
      complete: (name) => pages?.complete(folder, name),
      returned: () => {
        // Nobody saw when it came: it may be of anyone, even while somebody is there.
        if (pages !== null || nobodyIsThere) void late.sweep(folder)
        parts.onReturned()
      },
    })
  }

  return {
    follow: (state) => {
      if (state.at === 'recovering' || state.at === 'ending' || state.at === 'receipt') late.sessionEnded()
      if (state.at !== 'opening' && state.at !== 'active') nobodyIsThere = isProvenClean(state)
    },
    begin: async (visitor) => {
      const swept = await within(scheduler, sweepSeconds, Promise.all(folders.map(late.sweep)))
      if (swept.inTime && swept.value.some((left) => left > 0)) throw new Error('late pages stay')
      pages = pagesOf(visitor, parts.quotaBytes, scheduler, late.isLate, countLatePages)
      nobodyIsThere = false
    },
    end: async () => {
      const ended = pages
      pages = null
      nobodyIsThere = false
      late.sessionEnded()
      await ended?.end()
    },
  }
}

/** Where nothing of a person is left to be wiped: a wipe under way, or one that failed, does this itself. */
function isProvenClean(state: State): boolean {
  switch (state.at) {
    case 'welcome':
    case 'choosing':
    case 'charter':
    case 'desk':
    case 'receipt':
      return true
    case 'outOfService':
      return state.reason.because === 'staff'
    default:
      return false
  }
}
