import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/**
 * Puts everything this process writes inside the session root, the only place that is dropped and read back.
 * Must run before Electron is ready.
 * @param root absolute path, empty, made by the guardian
 * @returns the folders of the person's documents, and of what the guardian is to print
 */
export function confineTo(root: string | undefined): { documents: string; print: string } {
  if (root === undefined)
    throw new Error('ESTRAN_SESSION_ROOT is not set: only the guardian starts a visitor.')
  const folder = (name: string) => {
    const path = join(root, name)
    // Not recursively: in a root that was dropped meanwhile, with a guardian that was killed, Node tries for ever.
    if (!existsSync(path)) mkdirSync(path, { mode: 0o700 })
    return path
  }
  const documents = folder('documents')
  app.setPath('userData', folder('profile'))
  app.setPath('sessionData', folder('profile'))
  app.setPath('temp', folder('tmp'))
  app.setPath('crashDumps', folder('crashes'))
  app.setAppLogsPath(folder('logs'))
  app.setPath('downloads', documents)
  return { documents, print: folder('print') }
}
