import { updatePermission } from '../../../app/updates/permission.ts'
import { nextClosingInSeconds } from '../closing-hours.ts'
import type { Answer } from '../policy/policy-answers.ts'
import { readPolicyFile } from '../policy-file.ts'
import { journalStanding } from '../records/journal.ts'

/** Whether a new version may be put in place now: the repository and the ring to take it from, in one line, or why not. */
export async function answerUpdates(policyFile: string, stateFolder: string): Promise<Answer> {
  const reading = await readPolicyFile(policyFile)
  if (!reading.ok) return { told: [], wrong: reading.problems, result: 'wrongPolicy' }
  const { updates, session } = reading.policy
  const now = new Date()
  const closesInSeconds = nextClosingInSeconds(session.closing, now)
  const journal = await journalStanding(stateFolder)
  const permission = updatePermission(updates, { now, closesInSeconds, journal })
  if (permission.is === 'allowed') {
    return { told: [`${permission.source} ${permission.ring}`], wrong: [], result: 'fine' }
  }
  const hours = `from ${updates.from} until ${updates.until}`
  const why = {
    noSource: `${policyFile}: updates.source is left out, so that no version comes by itself; name the repository there.`,
    hours: `Not now: updates begin ${hours} (updates.from, updates.until).`,
    stillOpen: `Not now: the structure has yet to close within the hours of updates, ${hours} (session.closing).`,
    session: `Not now: a session is under way or waits to be wiped, or the post has never started (${stateFolder}/journal.json).`,
  }
  return { told: [], wrong: [why[permission.because]], result: 'notNow' }
}
