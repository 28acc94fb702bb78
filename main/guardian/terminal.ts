import { writeSync } from 'node:fs'
import { app } from 'electron'
import { type CommandLineReading, help } from './command-line.ts'
import { machinePolicyFile, readPolicyFile } from './policy-file.ts'

const exitCodes = { fine: 0, wrongUse: 64, wrongPolicy: 78 } as const

/** Answers what needs no window. @returns the exit code (sysexits: 64 wrong use, 78 wrong configuration) */
export async function answerOnTerminal(asked: Exclude<CommandLineReading, { is: 'run' }>): Promise<number> {
  switch (asked.is) {
    case 'version':
      say(
        `Estran ${app.getVersion()} (Electron ${process.versions.electron}, Chromium ${process.versions.chrome})`,
      )
      return exitCodes.fine
    case 'help':
      say(help)
      return exitCodes.fine
    case 'wrong':
      complain(asked.message)
      return exitCodes.wrongUse
    case 'checkPolicy': {
      const file = asked.policyFile ?? machinePolicyFile()
      const reading = await readPolicyFile(file)
      if (!reading.ok) {
        for (const problem of reading.problems) complain(problem)
        return exitCodes.wrongPolicy
      }
      say(`${file}: this policy can be followed.`)
      return exitCodes.fine
    }
  }
}

// Written at once: Electron exits without waiting for a stream.
const say = (text: string) => void writeSync(1, `${text}\n`)
const complain = (text: string) => void writeSync(2, `${text}\n`)
