import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

export type CommandLine = {
  policyFile: string | undefined
  stateFolder: string | undefined
  kiosk: boolean
  visitorDebugging: boolean
}

export const help = `Estran, guardian of a public computer.

Usage: estran [options]
       estran receipts --verify [--state FOLDER]
       estran catalogue --check [--policy FILE]
       estran pair CODE [--state FOLDER]

  --policy FILE         policy of this post (default: /etc/estran/policy.json)
  --state FOLDER        journal and counts (default: /var/lib/estran)
  --kiosk               full screen, whatever the policy says
  --visitor-debugging   from source only: opens a debugging port in each visitor and
                        writes its number to FOLDER/visitor-debugging-port
  --version, --help

  --check-policy        reads the policy, says what is wrong with it, and stops
  receipts --verify     reads the receipt log of FOLDER, one line per session, and says whether
                        all its lines are there as they were written, or which is the first
                        that was removed or altered
  catalogue --check     reads the catalogue of téléservices and what the policy adds to it; says which
                        entries cannot be read, which hosts do not resolve, and which recipes to log
                        out nobody has confirmed
  pair CODE             joins the network of a coordinator, with the code it shows once; a post that
                        runs goes over to it by itself

Exit codes: 0 stopped, or nothing wrong; 64 wrong command line; 65 receipts removed, altered or
            unreadable, entries unreadable, hosts that do not resolve, a mistyped code; 69 hosts that
            could not be looked up, a coordinator that could not be reached; 70 defect; 73 FOLDER
            cannot be written; 77 a coordinator that refuses, or is another one than the code says;
            78 wrong policy (with --check-policy, catalogue --check)
`

const options = {
  policy: { type: 'string' },
  state: { type: 'string' },
  kiosk: { type: 'boolean', default: false },
  'visitor-debugging': { type: 'boolean', default: false },
  'check-policy': { type: 'boolean', default: false },
  verify: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** Each command, and the option that says what it is to do. */
const commands = new Map<string, 'verify' | 'check'>([
  ['receipts', 'verify'],
  ['catalogue', 'check'],
])

/** Switches that belong to Chromium and that an admin may need. */
const chromiumSwitches = ['ozone-platform', 'ozone-platform-hint', 'force-device-scale-factor']

export type CommandLineReading =
  | { is: 'run'; commandLine: CommandLine }
  | { is: 'version' | 'help' }
  | { is: 'checkPolicy'; policyFile: string | undefined }
  | { is: 'verifyReceipts'; stateFolder: string | undefined }
  | { is: 'checkCatalogue'; policyFile: string | undefined }
  | { is: 'pair'; code: string; stateFolder: string | undefined }
  | { is: 'wrong'; message: string }

/**
 * The arguments that are ours.
 * @param source folder the program is run from when it is not packaged: what stands before it is Electron's
 */
export function ownArguments(argv: readonly string[], source: string | null): string[] {
  if (source === null) return argv.slice(1)
  return argv.slice(argv.findIndex((argument, index) => index > 0 && resolve(argument) === source) + 1)
}

/**
 * Reads the arguments after the program's own.
 * @param fromSource allows the debugging of visitors
 */
export function readCommandLine(args: readonly string[], fromSource: boolean): CommandLineReading {
  const ours = args.filter((argument) => !isForChromium(argument))
  try {
    const { values, positionals } = parseArgs({ args: ours, options, strict: true, allowPositionals: true })
    if (values.version) return { is: 'version' }
    if (values.help) return { is: 'help' }
    const [first, ...groups] = positionals
    if (first === 'pair') {
      // The groups of a code may be typed with spaces between them.
      if (groups.length > 0) return { is: 'pair', code: groups.join(' '), stateFolder: values.state }
      return { is: 'wrong', message: '"pair" wants the code the coordinator shows. See --help.' }
    }
    const [command, unknown] = commands.has(first ?? '') ? positionals : [undefined, first]
    if (unknown !== undefined) return { is: 'wrong', message: `${unknown}: is no command. See --help.` }
    for (const [name, option] of commands) {
      if ((command === name) === values[option]) continue
      return { is: 'wrong', message: `"${name}" and --${option} go together. See --help.` }
    }
    if (values.verify) return { is: 'verifyReceipts', stateFolder: values.state }
    if (values.check) return { is: 'checkCatalogue', policyFile: values.policy }
    if (values['check-policy']) return { is: 'checkPolicy', policyFile: values.policy }
    if (values['visitor-debugging'] && !fromSource) {
      return { is: 'wrong', message: '--visitor-debugging: only when run from source.' }
    }
    return {
      is: 'run',
      commandLine: {
        policyFile: values.policy,
        stateFolder: values.state,
        kiosk: values.kiosk,
        visitorDebugging: values['visitor-debugging'],
      },
    }
  } catch (error) {
    return {
      is: 'wrong',
      message: `${error instanceof Error ? error.message : 'wrong arguments'} See --help.`,
    }
  }
}

function isForChromium(argument: string): boolean {
  const name = /^--([a-z-]+)(=|$)/.exec(argument)?.[1]
  return name !== undefined && chromiumSwitches.includes(name)
}
