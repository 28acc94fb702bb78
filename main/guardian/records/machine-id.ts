import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/**
 * The id that the system gave this installation: systemd's, or on Windows the one that sysprep makes anew.
 * @returns `null` when there is none, or not yet
 */
export async function readMachineId(platform: NodeJS.Platform = process.platform): Promise<string | null> {
  try {
    const text = platform === 'win32' ? await machineGuid() : await readFile('/etc/machine-id', 'utf8')
    return /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/i.exec(text)?.[0].toLowerCase() ?? null
  } catch {
    return null
  }
}

async function machineGuid(): Promise<string> {
  const key = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography'
  return (await run('reg.exe', ['query', key, '/v', 'MachineGuid'], { windowsHide: true })).stdout
}
