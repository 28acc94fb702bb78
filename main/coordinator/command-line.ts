import { homedir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fewestThreshold } from '../../app/tally/suppression.ts'

export const help = `Estran coordinator: the counts and the posts of a network.

Usage: coordinator [options]
       coordinator backup FILE [options]
       coordinator restore FILE [--replace] [options]

  --folder FOLDER         database, certificate (default: estran-coordinator, where this
                          user's programs keep their state)
  --port NUMBER           (default: 7443)
  --address NAME          name or IPv4 address under which posts and desks reach it
                          (default: this machine's first address)
  --certificate FILE --key FILE
                          a certificate of your own, in PEM; otherwise one is made at the first start
  --plain-http            without TLS, on this machine alone
  --trusted-proxy ADDRESS believes the X-Forwarded-For of this proxy; may be repeated
  --threshold NUMBER      cells under it are hidden (default: 11)
  --replace               restore: replaces what the database holds
  --version, --help

Environment:
  DATABASE_URL            postgres://… instead of a file in the folder
  ESTRAN_METRICS_TOKEN    bearer token for /metrics; without one, nobody reads them

Exit codes: 0 stopped, 64 wrong command line, 65 a backup that cannot be used, 70 defect,
            75 the database or the port cannot be used now
`

const options = {
  folder: { type: 'string' },
  port: { type: 'string', default: '7443' },
  address: { type: 'string' },
  certificate: { type: 'string' },
  key: { type: 'string' },
  'plain-http': { type: 'boolean', default: false },
  'trusted-proxy': { type: 'string', multiple: true, default: [] as string[] },
  threshold: { type: 'string', default: '11' },
  replace: { type: 'boolean', default: false },
  version: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** What the coordinator is told when it is started. */
export type Settings = {
  folder: string
  databaseUrl: string | undefined
  metricsToken: string | undefined
  port: number
  address: string | undefined
  /** PEM files; without them a certificate is made. */
  certificateFiles: { certificate: string; key: string } | undefined
  plainHttp: boolean
  trustedProxies: string[]
  threshold: number
}

export type Reading =
  | { is: 'serve'; settings: Settings }
  | { is: 'backup'; file: string; settings: Settings }
  | { is: 'restore'; file: string; replace: boolean; settings: Settings }
  | { is: 'version' | 'help' }
  | { is: 'wrong'; message: string }

/** @param args the arguments after the program's own */
export function readCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): Reading {
  const wrong = (message: string): Reading => ({ is: 'wrong', message: `${message} See --help.` })
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    if (values.version) return { is: 'version' }
    if (values.help) return { is: 'help' }
    const port = wholeNumber(values.port, 0, 65_535)
    const threshold = wholeNumber(values.threshold, fewestThreshold, 1000)
    if (port === null) return wrong(`--port is "${values.port}": must be 0 to 65535.`)
    if (threshold === null)
      return wrong(`--threshold is "${values.threshold}": must be ${fewestThreshold} to 1000.`)
    const { certificate, key } = values
    if ((certificate === undefined) !== (key === undefined))
      return wrong('--certificate and --key go together.')
    const settings: Settings = {
      folder: values.folder ?? join(stateHome(env), 'estran-coordinator'),
      databaseUrl: env.DATABASE_URL || undefined,
      metricsToken: env.ESTRAN_METRICS_TOKEN || undefined,
      port,
      address: values.address,
      certificateFiles: certificate !== undefined && key !== undefined ? { certificate, key } : undefined,
      plainHttp: values['plain-http'],
      trustedProxies: values['trusted-proxy'],
      threshold,
    }
    const [command, file, ...more] = positionals
    if (command === undefined) return { is: 'serve', settings }
    if (command !== 'backup' && command !== 'restore') return wrong(`${command}: is no command.`)
    if (file === undefined || more.length > 0) return wrong(`${command}: name one file.`)
    return command === 'backup'
      ? { is: 'backup', file, settings }
      : { is: 'restore', file, replace: values.replace, settings }
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'wrong arguments.')
  }
}

/** Where programs of this user keep what must last: the XDG base directories, or Windows' own. */
function stateHome(env: NodeJS.ProcessEnv): string {
  return env.XDG_STATE_HOME || env.LOCALAPPDATA || join(homedir(), '.local', 'state')
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = Number(text)
  return /^\d+$/.test(text) && number >= least && number <= most ? number : null
}
