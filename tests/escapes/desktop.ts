import { execFile } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Sends real events of the X server, as a keyboard and a mouse do. */
export async function xdotool(...args: (string | number)[]): Promise<string> {
  const { stdout } = await run('xdotool', args.map(String))
  return stdout
}

/** Ids and names of the windows a person sees now, a dialog of the desktop included; what lies inside another is none. */
export async function windowsOnScreen(): Promise<string[]> {
  const found = await xdotool('search', '--onlyvisible', '--maxdepth', 1, '--name', '.*').catch(() => '')
  const ids = found.split('\n').filter((id) => id !== '')
  const named = ids.map(async (id) => `${id} ${(await xdotool('getwindowname', id).catch(() => '')).trim()}`)
  return (await Promise.all(named)).sort()
}

/** Programs this user runs now, by process. */
async function programs(): Promise<Map<number, string>> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const named = await Promise.all(
    ids.map(async (id): Promise<[number, string][]> => {
      const { uid } = await stat(`/proc/${id}`).catch(() => ({ uid: -1 }))
      const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')
      return uid !== process.getuid?.() ? [] : [[Number(id), line.replaceAll('\0', ' ').trim()]]
    }),
  )
  return new Map(named.flat())
}

/** What a desktop opens an address or a file with. */
const openers = /\b(xdg-open|xdg-email|gio open|gvfs-open|kde-open|exo-open|x-www-browser|sensible-browser)\b/

/** Looks, as often as it can, for a program that opens things outside; a script of that kind lives long enough to be seen. */
export function watchOpeners(): { seen(): Promise<string[]>; stop(): void } {
  const seen = new Set<string>()
  let watching = true
  const look = async () => {
    for (const line of (await programs()).values()) if (openers.test(line)) seen.add(line)
  }
  const watched = (async () => {
    while (watching) {
      await look()
      await new Promise((next) => setTimeout(next, 10))
    }
  })()
  return {
    seen: async () => {
      await look()
      return [...seen]
    },
    stop: () => {
      watching = false
      void watched
    },
  }
}
