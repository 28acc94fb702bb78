/** The guardian of a post: one long-lived process that shows our own pages and owns every decision. */
import { join } from 'node:path'
import { app } from 'electron'
import { log } from '../lib/log.ts'
import { declareOwnPages } from '../lib/own-pages.ts'
import type { CommandLine } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { openPost } from './open-post.ts'
import { readSettings } from './settings.ts'

/** Does what must be done before Electron is ready, and opens the post once it is. */
export async function startGuardian(commandLine: CommandLine): Promise<void> {
  const settings = await readSettings(commandLine)
  app.setPath('userData', join(settings.stateFolder, 'guardian'))
  if (!app.requestSingleInstanceLock()) {
    log.error(
      `${settings.stateFolder}: an Estran is running with this state folder; give another with --state`,
    )
    return app.exit(exitCodes.alreadyRunning)
  }
  declareOwnPages()
  // Nothing comes from the network here: Chromium's process for it would hold memory for nothing.
  app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2')
  log.info(settings.about, 'estran starts')
  // Not awaited: Electron is ready only once this module has been loaded.
  app.whenReady().then(
    () => openPost(settings),
    (error: Error) => {
      log.fatal(error.message)
      app.exit(exitCodes.cannotStart)
    },
  )
}
