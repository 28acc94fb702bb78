import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs a script of ours, never with a person's words in it. @returns what it printed @throws `POWERSHELL_FAILED` */
export type PowerShell = (script: string) => Promise<string>

export const powerShell: PowerShell = async (script) => {
  // What fails is an error, not a line of text among the others.
  const args = ['-NoProfile', '-NonInteractive', '-Command', `$ErrorActionPreference = 'Stop'; ${script}`]
  try {
    return (await run('powershell.exe', args, { timeout: 20_000, windowsHide: true })).stdout
  } catch {
    throw Object.assign(new Error('PowerShell did not do what it was asked'), { code: 'POWERSHELL_FAILED' })
  }
}
