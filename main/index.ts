/** The front door: one program, three ways in. What is asked on the command line is answered before anything opens. */
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
  } else {
    const { answerOnTerminal } = await import('./guardian/terminal.ts')
    app.exit(await answerOnTerminal(asked))
  }
}
