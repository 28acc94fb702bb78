import { existsSync, writeSync } from 'node:fs'
import { app } from 'electron'
import { errorCode } from '../lib/durable-file.ts'
import { checkCatalogue } from './catalogue-check.ts'
import { type CommandLineReading, help } from './command-line.ts'
import { readPlaces, rowSentence } from './information/places-file.ts'
import { nationalCatalogue } from './national-services.ts'
import { pair } from './network/pair.ts'
import { machinePolicyFile, machineStateFolder, readPolicyFile } from './policy-file.ts'
import { receiptFilesIn, verifyReceipts } from './records/receipt-log.ts'

const exitCodes = {
  fine: 0,
  wrongUse: 64,
  wrongReceipts: 65,
  wrongCatalogue: 65,
  wrongCode: 65,
  notConnected: 69,
  notReached: 69,
  notWritten: 73,
  refused: 77,
  wrongPolicy: 78,
} as const

/** Answers what needs no window. @returns the exit code (sysexits: 64 wrong use, 65 wrong data, 69 unavailable, 73 cannot write, 77 refused, 78 wrong configuration) */
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
    case 'verifyReceipts': {
      const files = receiptFilesIn(asked.stateFolder ?? machineStateFolder())
      try {
        const verification = await verifyReceipts(files)
        if (verification.is === 'whole') {
          const { lines } = verification
          say(`${files.log}: ${lines === 0 ? 'no line yet' : `${lines} lines, all as they were written`}.`)
          return exitCodes.fine
        }
        complain(
          verification.is === 'endUnknown'
            ? `${files.head}: is missing or damaged, so that nobody can say whether the last lines are there.`
            : `${files.log}: line ${verification.number} was ${verification.is}.`,
        )
      } catch (error) {
        complain(`${files.log}: cannot be read (${errorCode(error)}).`)
      }
      return exitCodes.wrongReceipts
    }
    case 'checkCatalogue': {
      const { told, wrong, result } = await checkCatalogue(nationalCatalogue, policyInUse(asked.policyFile))
      for (const sentence of told) say(sentence)
      for (const sentence of wrong) complain(sentence)
      return exitCodes[result]
    }
    case 'pair': {
      const paired = await pair(asked.code, asked.stateFolder ?? machineStateFolder())
      if (paired.is !== 'paired') {
        complain(paired.problem)
        return exitCodes[paired.is]
      }
      const { name, site, server, file } = paired
      say(`This post is "${name}" of "${site}" at ${server.host}:${server.port}. Its token is in ${file}.`)
      return exitCodes.fine
    }
    case 'checkPolicy': {
      const file = asked.policyFile ?? machinePolicyFile()
      const reading = await readPolicyFile(file)
      if (!reading.ok) {
        for (const problem of reading.problems) complain(problem)
        return exitCodes.wrongPolicy
      }
      const { places } = reading.policy.orientation
      for (const sentence of places === undefined ? [] : await rowProblems(places)) complain(sentence)
      say(`${file}: this policy can be followed.`)
      return exitCodes.fine
    }
  }
}

/** What is wrong with rows of a directory: the post can be opened all the same, without them. */
async function rowProblems(path: string): Promise<string[]> {
  const reading = await readPlaces(path)
  return reading.ok ? reading.directory.problems.map((problem) => rowSentence(path, problem)) : []
}

/** The policy asked for, else the machine's if it has one: a catalogue can be checked where no post is set up. */
function policyInUse(asked: string | undefined): string | null {
  const machine = machinePolicyFile()
  return asked ?? (existsSync(machine) ? machine : null)
}

// Written at once: Electron exits without waiting for a stream.
const say = (text: string) => void writeSync(1, `${text}\n`)
const complain = (text: string) => void writeSync(2, `${text}\n`)
