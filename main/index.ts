/** The front door: one program, three ways in. What is asked on the command line is answered before anything opens. */
import { app } from 'electron'

if (process.argv.includes('--visitor')) {
  await import('./visitor/visitor.ts')
} else {
  const { readCommandLine } = await import('./guardian/command-line.ts')
  const asked = readCommandLine(process.argv.slice(app.isPackaged ? 1 : 2), !app.isPackaged)
  if (asked.is === 'run') {
    const { startGuardian } = await import('./guardian/guardian.ts')
    await startGuardian(asked.commandLine)
  } else {
    const { answerOnTerminal } = await import('./guardian/terminal.ts')
    app.exit(await answerOnTerminal(asked))
  }
}
