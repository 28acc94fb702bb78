import { explainKey } from '../../../app/policy/explanation.ts'
import { withoutSecrets } from '../../../app/policy/secrets.ts'
import type { ExitReason } from '../exit-codes.ts'
import { readPlaces, rowSentence } from '../information/places-file.ts'
import { readPolicyFile } from '../policy-file.ts'

/** Sentences for the terminal: what is so, what is wrong; and what that comes to. */
export type Answer = { told: string[]; wrong: string[]; result: ExitReason }

/** Whether a policy can be followed, and by which files. */
export async function checkPolicy(file: string): Promise<Answer> {
  const reading = await readPolicyFile(file)
  if (!reading.ok) return wrongPolicy(reading.problems)
  const [, ...fragments] = reading.fragments.map((fragment) => fragment.file)
  const { places } = reading.policy.orientation
  return {
    told: [
      `${file}: this policy can be followed.`,
      ...(fragments.length === 0 ? [] : [`With ${fragments.join(', ')}.`]),
    ],
    wrong: places === undefined ? [] : await rowProblems(places),
    result: 'fine',
  }
}

/** What one key means, whether the policy can be read or not. */
export async function explainPolicy(file: string, key: string): Promise<Answer> {
  const reading = await readPolicyFile(file)
  const lines = explainKey(key, reading.ok ? reading : null)
  if (lines !== null) return { told: lines, wrong: [], result: 'fine' }
  return {
    told: [],
    wrong: [`${key}: is no key of the policy; "policy --print-effective" shows them all.`],
    result: 'wrongUse',
  }
}

/** The policy as it is followed, as JSON. */
export async function printPolicy(file: string): Promise<Answer> {
  const reading = await readPolicyFile(file)
  if (!reading.ok) return wrongPolicy(reading.problems)
  return { told: [JSON.stringify(withoutSecrets(reading.policy), null, 2)], wrong: [], result: 'fine' }
}

const wrongPolicy = (wrong: string[]): Answer => ({ told: [], wrong, result: 'wrongPolicy' })

/** What is wrong with rows of a directory: the post can be opened all the same, without them. */
async function rowProblems(path: string): Promise<string[]> {
  const reading = await readPlaces(path)
  return reading.ok ? reading.directory.problems.map((problem) => rowSentence(path, problem)) : []
}
