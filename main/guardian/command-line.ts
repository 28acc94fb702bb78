import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { assertNever } from '../../app/lib/assert-never.ts'

export type CommandLine = {
  policyFile: string | undefined
  stateFolder: string | undefined
  kiosk: boolean
  visitorDebugging: boolean
}

const options = {
  policy: { type: 'string' },
  state: { type: 'string' },
  kiosk: { type: 'boolean', default: false },
  'visitor-debugging': { type: 'boolean', default: false },
  verify: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  allowed: { type: 'boolean', default: false },
  explain: { type: 'string' },
  'print-effective': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  certificate: { type: 'string' },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** Each command, and the options that say what it is to do: one of them. */
const commands = {
  receipts: ['verify'],
  catalogue: ['check'],
  policy: ['check', 'explain', 'print-effective'],
  updates: ['allowed'],
  check: [],
} as const satisfies Record<string, readonly (keyof typeof options)[]>
const tasks = [...new Set(Object.values(commands).flat())]

/** Switches that belong to Chromium and that an admin may need. */
const chromiumSwitches = ['ozone-platform', 'ozone-platform-hint', 'force-device-scale-factor']

/** A coordinator, by its address and the SHA-256 of its certificate in hex; `null`: one that the machine trusts. */
type DeskKnows = { address: string; fingerprint: string | null }

export type CommandLineReading =
  | { is: 'run'; commandLine: CommandLine }
  | { is: 'version' | 'help' }
  | { is: 'check'; policyFile: string | undefined; stateFolder: string | undefined; json: boolean }
  | { is: 'checkPolicy' | 'printPolicy'; policyFile: string | undefined }
  | { is: 'explainPolicy'; policyFile: string | undefined; key: string }
  | { is: 'allowUpdates'; policyFile: string | undefined; stateFolder: string | undefined }
  | { is: 'verifyReceipts'; stateFolder: string | undefined }
  | { is: 'checkCatalogue'; policyFile: string | undefined }
  | { is: 'coordinator'; args: string[] }
  | { is: 'desk'; known: DeskKnows | null }
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
  // What follows is for the server to read.
  if (ours[0] === 'coordinator') return { is: 'coordinator', args: ours.slice(1) }
  try {
    const { values, positionals } = parseArgs({ args: ours, options, strict: true, allowPositionals: true })
    if (values.version) return { is: 'version' }
    if (values.help) return { is: 'help' }
    const [command, operand, ...more] = positionals
    if (command === 'pair') {
      // The groups of a code may be typed with spaces between them.
      const code = positionals.slice(1).join(' ')
      if (code !== '') return { is: 'pair', code, stateFolder: values.state }
      return { is: 'wrong', message: '"pair" wants the code the coordinator shows. See --help.' }
    }
    if (command === 'desk') return readDesk([operand, ...more], values.certificate)
    if (values.certificate !== undefined) {
      return { is: 'wrong', message: '--certificate: belongs to "desk". See --help.' }
    }
    const asked = tasks.filter((task) => values[task] !== undefined && values[task] !== false)
    if (command !== undefined) return readCommand(command, asked, [operand, ...more], values)
    if (asked.length > 0 || values.json) {
      return { is: 'wrong', message: `--${asked[0] ?? 'json'}: belongs to a command. See --help.` }
    }
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

function readCommand(
  command: string,
  asked: readonly (typeof tasks)[number][],
  operands: readonly (string | undefined)[],
  values: { policy?: string; state?: string; explain?: string; json: boolean },
): CommandLineReading {
  const wrong = (message: string): CommandLineReading => ({ is: 'wrong', message: `${message} See --help.` })
  if (!isCommand(command)) return wrong(`${command}: is no command.`)
  const known: readonly string[] = commands[command]
  const [task, another] = asked
  if (another !== undefined || (task === undefined ? known.length > 0 : !known.includes(task))) {
    const wanted = known.length === 0 ? 'none of them' : known.map((name) => `--${name}`).join(' or ')
    return wrong(
      `${command}: takes ${wanted}, not ${asked.map((name) => `--${name}`).join(' and ') || 'nothing'}.`,
    )
  }
  if (values.json && command !== 'check') return wrong('--json: belongs to "check".')
  const mayName = command === 'policy' && task === 'check' && values.policy === undefined
  const [file, beyond] = mayName ? operands : [undefined, operands[0]]
  if (beyond !== undefined) return wrong(`${beyond}: is one word too many.`)
  const policyFile = file ?? values.policy
  switch (command) {
    case 'check':
      return { is: 'check', policyFile, stateFolder: values.state, json: values.json }
    case 'receipts':
      return { is: 'verifyReceipts', stateFolder: values.state }
    case 'catalogue':
      return { is: 'checkCatalogue', policyFile }
    case 'updates':
      return { is: 'allowUpdates', policyFile, stateFolder: values.state }
    case 'policy':
      if (values.explain !== undefined) return { is: 'explainPolicy', policyFile, key: values.explain }
      return { is: task === 'check' ? 'checkPolicy' : 'printPolicy', policyFile }
    default:
      return assertNever(command)
  }
}

function readDesk(
  [address, beyond]: readonly (string | undefined)[],
  certificate: string | undefined,
): CommandLineReading {
  const wrong = (message: string): CommandLineReading => ({ is: 'wrong', message: `${message} See --help.` })
  if (beyond !== undefined) return wrong(`${beyond}: is one word too many.`)
  if (address === undefined) {
    return certificate === undefined ? { is: 'desk', known: null } : wrong('--certificate: of which address?')
  }
  const url = URL.canParse(address) ? new URL(address) : null
  const isSecret = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1')
  if (url === null || !isSecret) return wrong(`${address}: must be an address such as https://accueil:7443.`)
  const fingerprint = certificate?.replaceAll(':', '').toLowerCase() ?? null
  if (fingerprint !== null && !/^[0-9a-f]{64}$/.test(fingerprint)) {
    return wrong('--certificate: must be the SHA-256 that the coordinator prints when it starts.')
  }
  return { is: 'desk', known: { address: url.origin, fingerprint } }
}

function isCommand(word: string): word is keyof typeof commands {
  return Object.hasOwn(commands, word)
}

function isForChromium(argument: string): boolean {
  const name = /^--([a-z-]+)(=|$)/.exec(argument)?.[1]
  return name !== undefined && chromiumSwitches.includes(name)
}
