import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { duplicateKeys } from '../../../app/policy/duplicate-keys.ts'
import type { Fragment } from '../../../app/policy/fragments.ts'
import { sentence } from '../../../app/policy/problems.ts'
import { errorCode } from '../../lib/durable-file.ts'
import { readTrustedFile, trustTrouble } from './trusted-file.ts'

export type FragmentsReading = { ok: true; fragments: Fragment[] } | { ok: false; problems: string[] }

/** The folder beside a policy file whose fragments are read after it: what differs from post to post lies there. */
export function fragmentsFolder(policyFile: string): string {
  return join(dirname(policyFile), 'policy.d')
}

/** Reads a policy file and its fragments, in the order of their names. One that cannot be read is a problem, never left out. */
export async function readFragments(policyFile: string): Promise<FragmentsReading> {
  const listing = await fragmentFiles(fragmentsFolder(policyFile))
  if (!listing.ok) return { ok: false, problems: [listing.problem] }
  const readings = await Promise.all([policyFile, ...listing.files].map(readFragment))
  const problems = readings.flatMap((reading) => (reading.ok ? [] : reading.problems))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, fragments: readings.flatMap((reading) => (reading.ok ? [reading.fragment] : [])) }
}

/** The files of the folder that are fragments: `*.json`, hidden ones apart, sorted. */
export async function fragmentFiles(
  folder: string,
): Promise<{ ok: true; files: string[] } | { ok: false; problem: string }> {
  try {
    const trouble = trustTrouble(await stat(folder))
    if (trouble !== null) return { ok: false, problem: `${folder}: ${trouble}.` }
    const names = (await readdir(folder)).filter((name) => /^[^.].*\.json$/.test(name))
    return { ok: true, files: names.sort().map((name) => join(folder, name)) }
  } catch (error) {
    const code = errorCode(error)
    if (code === 'ENOENT') return { ok: true, files: [] }
    return {
      ok: false,
      problem: `${folder}: cannot be read as a folder of fragments (${code}); mend or remove it.`,
    }
  }
}

async function readFragment(
  file: string,
): Promise<{ ok: true; fragment: Fragment } | { ok: false; problems: string[] }> {
  const reading = await readTrustedFile(file)
  if (!reading.ok) return { ok: false, problems: [`${file}: ${reading.trouble}.`] }
  try {
    const json: unknown = JSON.parse(reading.text)
    const twice = duplicateKeys(reading.text).map((key) =>
      sentence(file, { key, value: 'said twice', cure: 'keep one of the two.' }),
    )
    return twice.length === 0 ? { ok: true, fragment: { file, json } } : { ok: false, problems: twice }
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
