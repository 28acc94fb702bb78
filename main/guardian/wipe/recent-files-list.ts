import { constants } from 'node:fs'
import { errorCode, writeDurably } from '../../lib/durable-file.ts'
import { plainFs } from '../../lib/plain-fs.ts'

const { promises: fs } = plainFs

/** The desktop's list of recently used files: XBEL, as GTK and Qt keep it. */
export type RecentFilesList = {
  path: string
  /** How many of its entries were added, changed or visited since. @throws when it cannot be read */
  countSince(since: Date): Promise<number>
  /** Takes these entries out; the older ones stay. */
  removeSince(since: Date): Promise<void>
}

export function recentFilesList(path: string): RecentFilesList {
  return {
    path,
    countSince: async (since) => {
      const { recent, isDamaged } = split(await textOf(path), since)
      return recent.length + (isDamaged ? 1 : 0)
    },
    removeSince: async (since) => {
      const { recent, older, isDamaged } = split(await textOf(path), since)
      // Half an entry could be anyone's, and a desktop would not read such a list either.
      if (isDamaged) await fs.unlink(path)
      else if (recent.length > 0) await writeDurably(path, older)
    },
  }
}

/** Never by a link, and never waiting for one who writes into a pipe; empty where there is no list. */
async function textOf(path: string): Promise<string> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  const file = await fs.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error
  })
  if (file === undefined) return ''
  const bytes = Buffer.alloc((await file.stat()).size)
  try {
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
    return bytes.toString('utf8', 0, bytesRead)
  } finally {
    // It names what a person has opened: none of that stays in memory.
    bytes.fill(0)
    await file.close()
  }
}

const entry = /\s*<bookmark\s(?:[^>]*\/>|[^>]*>.*?<\/bookmark>)/gs

function split(text: string, since: Date): { recent: string[]; older: string; isDamaged: boolean } {
  const recent = (text.match(entry) ?? []).filter((one) => isRecent(one, since))
  const older = text.replace(entry, (one) => (isRecent(one, since) ? '' : one))
  return { recent, older, isDamaged: text.replace(entry, '').includes('<bookmark ') }
}

/** Some desktops tell whole seconds. An entry whose times cannot be read may be a person's. */
function isRecent(one: string, since: Date): boolean {
  const sinceSecond = Math.floor(since.getTime() / 1000) * 1000
  const head = one.slice(0, one.indexOf('>'))
  const told = [...head.matchAll(/\s(?:added|modified|visited)="([^"]*)"/g)]
  const times = told.map(([, time]) => Date.parse(time ?? ''))
  return times.length === 0 || times.some((time) => !(time < sinceSecond))
}
