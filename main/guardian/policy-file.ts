import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Policy } from '../../app/policy/policy.ts'
import { type Problem, readPolicy, sentence } from '../../app/policy/problems.ts'
import { wishProblems } from '../../app/services/catalogue.ts'
import { errorCode } from '../lib/durable-file.ts'
import { readPlaces } from './information/places-file.ts'
import { readLogo } from './logo.ts'
import { nationalCatalogue } from './national-services.ts'
import { folderProblems } from './scans/folder-problems.ts'

export type PolicyFileReading = { ok: true; policy: Policy } | { ok: false; problems: string[] }

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

/**
 * Reads a policy file. Each problem is a sentence that names the file, the key and the cure.
 * @param precious what no folder may hold that is emptied
 */
export async function readPolicyFile(
  file: string,
  precious: readonly string[] = [],
): Promise<PolicyFileReading> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    return {
      ok: false,
      problems: [`${file}: ${troubles[errorCode(error)] ?? `cannot be read (${errorCode(error)})`}.`],
    }
  }
  try {
    const reading = readPolicy(JSON.parse(text))
    const problems = reading.ok
      ? [
          ...wishProblems(nationalCatalogue.services, reading.policy.services),
          ...(await readLogo(reading.policy.brand.logo)).problems,
          ...(await placesProblems(reading.policy)),
          ...folderProblems(reading.policy.scan.folders, [file, homedir(), ...precious]),
        ]
      : reading.problems
    if (reading.ok && problems.length === 0) return reading
    return { ok: false, problems: problems.map((problem) => sentence(file, problem)) }
  } catch (error) {
    // Without the piece of the file it quotes, which may hold the PIN's hash.
    const where =
      error instanceof SyntaxError ? error.message.replace(/, (\.\.\.)?".*$/s, '') : 'unknown error'
    return {
      ok: false,
      problems: [`${file}: is not JSON: ${where}. Mend it with an editor that checks JSON.`],
    }
  }
}

async function placesProblems({ orientation }: Policy): Promise<Problem[]> {
  if (orientation.places === undefined) return []
  const reading = await readPlaces(orientation.places)
  return reading.ok ? [] : [reading.problem]
}

const troubles: Record<string, string> = {
  ENOENT: 'there is no such file; write a policy there or name another with --policy',
  EACCES: 'may not be read; give the service user the right to read it',
  EISDIR: 'is a folder; name a file with --policy',
}
