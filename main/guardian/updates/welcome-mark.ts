import { join } from 'node:path'
import { errorCode, writeDurably } from '../../lib/durable-file.ts'
import { log } from '../../lib/log.ts'

/**
 * The mark that a version has shown its welcome page on this post: whoever installed it waits for that, and goes back to
 * the version before if it does not come.
 * @returns called each time the page was painted; the first is written. Never throws
 */
export function keepWelcomeMark(stateFolder: string, version: string): () => void {
  const path = join(stateFolder, 'welcomed')
  let isWritten = false
  return () => {
    if (isWritten) return
    isWritten = true
    writeDurably(path, `${version}\n`).catch((error: unknown) => {
      // Tried again at the next welcome.
      isWritten = false
      log.error({ code: errorCode(error) }, `${path}: cannot be written, and an update would be taken back`)
    })
  }
}
