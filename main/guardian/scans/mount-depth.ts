import { dirname } from 'node:path'
import { plainFs } from '../../lib/plain-fs.ts'

/** How deep the drive of a folder is mounted, in characters of the path. @throws the file system's error */
export async function mountDepth(path: string): Promise<number> {
  const { dev } = await plainFs.promises.stat(path)
  let top = path
  while (dirname(top) !== top && (await plainFs.promises.stat(dirname(top))).dev === dev) top = dirname(top)
  return top.length
}
