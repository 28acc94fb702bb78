import { join } from 'node:path'

/** Where the policy of a machine lies when nothing else is said. */
export function machinePolicyFile(platform: NodeJS.Platform = process.platform): string {
  if (platform !== 'win32') return '/etc/estran/policy.json'
  return join(process.env.ProgramData ?? 'C:\\ProgramData', 'Estran', 'policy.json')
}

/** Where journal and counts lie when nothing else is said. */
export function machineStateFolder(platform: NodeJS.Platform = process.platform): string {
  if (platform !== 'win32') return '/var/lib/estran'
  return join(process.env.ProgramData ?? 'C:\\ProgramData', 'Estran', 'state')
}
