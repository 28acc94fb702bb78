import { access } from 'node:fs/promises'
import type { MachineFacts } from '../../../app/check/facts.ts'
import type { Policy } from '../../../app/policy/policy.ts'
import { ageDays } from './age-days.ts'
import type { Machine } from './machine.ts'

const key = '/etc/apt/keyrings/estran.asc'
/** What `/usr/lib/estran/update` leaves. */
const folder = '/var/lib/estran-updates'

/** How new versions of Estran come to this post; by themselves on Debian alone. */
export async function probeNewVersions(
  { updates }: Pick<Policy, 'updates'>,
  { read }: Machine,
): Promise<MachineFacts['newVersions']> {
  if (process.platform === 'win32') return null
  return {
    from: updates.source === undefined ? null : { source: updates.source, ring: updates.ring },
    isKeyThere: await access(key).then(
      () => true,
      () => false,
    ),
    lookedDaysAgo: await ageDays(`${folder}/looked`),
    takenBack: (await read(`${folder}/refused`))?.trim() ?? null,
  }
}
