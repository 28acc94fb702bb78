import { existsSync, writeSync } from 'node:fs'
import { app } from 'electron'
import { worstOf } from '../../app/check/findings.ts'
import { assertNever } from '../../app/lib/assert-never.ts'
import { errorCode } from '../lib/durable-file.ts'
import { checkCatalogue } from './catalogue-check.ts'
import { checkPost } from './check/check-post.ts'
import { reportAsJson, reportInWords, reportLanguage } from './check/report.ts'
import type { CommandLineReading } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { help } from './help.ts'
import { machinePolicyFile, machineStateFolder } from './machine-places.ts'
import { nationalCatalogue } from './national-services.ts'
import { pair } from './network/pair.ts'
import { type Answer, checkPolicy, explainPolicy, printPolicy } from './policy/policy-answers.ts'
import { receiptFilesIn, verifyReceipts } from './records/receipt-log.ts'
import { answerUpdates } from './updates/updates-answer.ts'

/** Answers what needs no window. @returns the exit code */
export async function answerOnTerminal(
  asked: Exclude<CommandLineReading, { is: 'run' | 'coordinator' | 'desk' }>,
): Promise<number> {
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
      return exitCodes.wrongData
    }
    case 'check': {
      const found = await checkPost(
        asked.policyFile ?? machinePolicyFile(),
        asked.stateFolder ?? machineStateFolder(),
      )
      const language = reportLanguage(process.env)
      const report = asked.json ? [reportAsJson(found, language)] : reportInWords(found, language)
      return tell({ told: report, wrong: [], result: resultOf[worstOf(found)] })
    }
    case 'pair': {
      const paired = await pair(asked.code, asked.stateFolder ?? machineStateFolder())
      if (paired.is !== 'paired') {
        complain(paired.problem)
        return exitCodes[notPaired[paired.is]]
      }
      const { name, site, server, file } = paired
      say(`This post is "${name}" of "${site}" at ${server.host}:${server.port}. Its token is in ${file}.`)
      return exitCodes.fine
    }
    case 'allowUpdates':
      return tell(
        await answerUpdates(
          asked.policyFile ?? machinePolicyFile(),
          asked.stateFolder ?? machineStateFolder(),
        ),
      )
    case 'checkCatalogue':
      return tell(await checkCatalogue(nationalCatalogue, policyInUse(asked.policyFile)))
    case 'checkPolicy':
      return tell(await checkPolicy(asked.policyFile ?? machinePolicyFile()))
    case 'explainPolicy':
      return tell(await explainPolicy(asked.policyFile ?? machinePolicyFile(), asked.key))
    case 'printPolicy':
      return tell(await printPolicy(asked.policyFile ?? machinePolicyFile()))
    default:
      return assertNever(asked)
  }
}

/** What cannot be checked is no failure: nearly every machine has some of it. */
const resultOf = { ok: 'fine', notCheckable: 'fine', warn: 'warned', fail: 'failed' } as const

const notPaired = {
  wrongCode: 'wrongData',
  notReached: 'notConnected',
  notWritten: 'notWritten',
  refused: 'refused',
} as const

function tell({ told, wrong, result }: Answer): number {
  for (const sentence of told) say(sentence)
  for (const sentence of wrong) complain(sentence)
  return exitCodes[result]
}

/** The policy asked for, else the machine's if it has one: a catalogue can be checked where no post is set up. */
function policyInUse(asked: string | undefined): string | null {
  const machine = machinePolicyFile()
  return asked ?? (existsSync(machine) ? machine : null)
}

// Written at once: Electron exits without waiting for a stream.
const say = (text: string) => void writeSync(1, `${text}\n`)
const complain = (text: string) => void writeSync(2, `${text}\n`)
