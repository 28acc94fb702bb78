import { hostname } from 'node:os'
import { backOffSeconds } from '../../../app/coordinator/back-off.ts'
import type { Policy } from '../../../app/policy/policy.ts'
import { log } from '../../lib/log.ts'
import type { Scheduler } from '../../lib/scheduler.ts'
import { identityFile, readIdentity } from '../records/identity.ts'
import { pair, type Self } from './pair.ts'
import { pairingFileIn, readPairing } from './pairing-file.ts'

const longestName = 80

/**
 * Joins the network of the policy's site code, where this post belongs to none yet: tried until it is done, while the post
 * works as it does alone. A post that was let in once is never brought back by this, whatever became of its token.
 * @param chance from 0 to 1
 */
export function joinSite(
  { code, name = hostname() }: NonNullable<Policy['coordinator']>,
  stateFolder: string,
  scheduler: Pick<Scheduler, 'after'>,
  chance: () => number,
): void {
  let failures = 0
  const join = async () => {
    const id = await whoIs(stateFolder)
    // An unreadable pairing is for staff to see, not to be replaced.
    const pairing = await readPairing(pairingFileIn(stateFolder)).catch(() => 'unreadable')
    if (id === null || pairing !== null) return
    const self: Self = { id, name: name.slice(0, longestName) }
    const paired = await pair(code, stateFolder, self)
    if (paired.is === 'paired') return log.info({ site: paired.site }, 'joined the network of its site')
    failures += 1
    log.warn(paired.problem)
    scheduler.after(backOffSeconds(failures, chance()), () => void join())
  }
  void join()
}

/** The identity of this post; `null` where it could not be kept, and every start would be another post. */
async function whoIs(stateFolder: string): Promise<string | null> {
  const found = await readIdentity(identityFile(stateFolder), null).catch(() => null)
  return found !== null && 'id' in found ? found.id : null
}
