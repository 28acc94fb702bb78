import { homedir } from 'node:os'
import { type Fragment, fileOf, mergeFragments } from '../../app/policy/fragments.ts'
import type { Policy } from '../../app/policy/policy.ts'
import { type Problem, readPolicy, sentence } from '../../app/policy/problems.ts'
import { wishProblems } from '../../app/services/catalogue.ts'
import { readPlaces } from './information/places-file.ts'
import { readLogo } from './logo.ts'
import { nationalCatalogue } from './national-services.ts'
import { fragmentsFolder, readFragments } from './policy/fragment-files.ts'
import { folderProblems } from './scans/folder-problems.ts'

/** The policy, and the files it was said in. */
export type PolicyFileReading =
  | { ok: true; policy: Policy; fragments: readonly Fragment[] }
  | { ok: false; problems: string[] }

/**
 * Reads a policy file and the fragments beside it. Each problem is a sentence that names the file, the key and the cure.
 * @param precious what no folder may hold that is emptied
 */
export async function readPolicyFile(
  file: string,
  precious: readonly string[] = [],
): Promise<PolicyFileReading> {
  const files = await readFragments(file)
  if (!files.ok) return files
  const { fragments } = files
  const reading = readPolicy(mergeFragments(fragments))
  const kept = [file, fragmentsFolder(file), homedir(), ...precious]
  const problems = reading.ok
    ? [
        ...wishProblems(nationalCatalogue.services, reading.policy.services),
        ...(await readLogo(reading.policy.brand.logo)).problems,
        ...(await placesProblems(reading.policy)),
        ...folderProblems(reading.policy.scan.folders, kept),
      ]
    : reading.problems
  if (reading.ok && problems.length === 0) return { ...reading, fragments }
  return { ok: false, problems: problems.map((problem) => sentence(fileOf(fragments, problem.key), problem)) }
}

async function placesProblems({ orientation }: Policy): Promise<Problem[]> {
  if (orientation.places === undefined) return []
  const reading = await readPlaces(orientation.places)
  return reading.ok ? [] : [reading.problem]
}
