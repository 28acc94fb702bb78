import { readdir, readFile, readlink } from 'node:fs/promises'
import type { FindInUse } from './temporary-files-place.ts'

/** Reads `/proc`: open files, mapped files, working folders and sockets of every process that we may look at. */
export const findInUseInProc: FindInUse = async (paths) => {
  if (paths.length === 0) return []
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const told = await Promise.all([readFile('/proc/net/unix', 'utf8'), ...ids.map(heldBy)])
  // With what may follow a path, so that `x` is not taken for `x2`.
  const text = `${told.join('\n')}\n`
  return paths.filter((path) => ['\n', '/', ' (deleted)'].some((end) => text.includes(`${path}${end}`)))
}

async function heldBy(id: string): Promise<string> {
  const folder = `/proc/${id}`
  const open = await readdir(`${folder}/fd`).catch(() => [])
  const links = [`${folder}/cwd`, ...open.map((name) => `${folder}/fd/${name}`)]
  const told = links.map((link) => readlink(link).catch(() => ''))
  const mapped = readFile(`${folder}/maps`, 'utf8').catch(() => '')
  return (await Promise.all([...told, mapped])).join('\n')
}
