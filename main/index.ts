/** The front door: one program, five ways in. What is asked on the command line is answered before anything opens. */
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

if (process.argv.includes('--visitor')) {
  await import('./visitor/visitor.ts')
} else {
  const { ownArguments, readCommandLine } = await import('./guardian/command-line.ts')
  const source = app.isPackaged ? null : app.getAppPath()
  const asked = readCommandLine(ownArguments(process.argv, source), source !== null)
  if (asked.is === 'run') {
    const { startGuardian } = await import('./guardian/guardian.ts')
    await startGuardian(asked.commandLine)
  } else if (asked.is === 'coordinator') {
    // Chromium waits until this module is done, so that the server needs neither a display nor any of it.
    const { installation } = await import('./lib/installation.ts')
    process.argv = [process.execPath, installation.coordinator, ...asked.args]
    await import(pathToFileURL(installation.coordinator).href)
    app.exit(Number(process.exitCode ?? 0))
  } else if (asked.is === 'desk') {
    const { startDesk } = await import('./desk/desk.ts')
    startDesk(asked.known)
  } else {
    const { answerOnTerminal } = await import('./guardian/terminal.ts')
    app.exit(await answerOnTerminal(asked))
  }
}
