import type { MachineFacts } from './facts.ts'
import type { Finding } from './findings.ts'
import { runtimeAge } from './runtime-age.ts'

/** What updates are pending is known only as of the last look at the lists. */
const listsDays = 3

/** A post looks each night it is on. */
const looksDays = 7

/** The machine around the post: its age, its walls, its protections. */
export function judgeMachine(facts: MachineFacts): Finding[] {
  return [
    runtime(facts),
    updates(facts),
    newVersions(facts),
    clock(facts),
    { check: 'firewall', is: facts.firewall ?? 'unknown' },
    privateNetworks(facts),
    { check: 'antivirus', is: facts.antivirus === null ? 'unknown' : facts.antivirus ? 'runs' : 'absent' },
    { check: 'coordinator', is: facts.coordinator },
  ]
}

function runtime({ now, electron, shipped }: MachineFacts): Finding {
  if (electron !== shipped.electron) {
    return { check: 'runtime', is: 'other', values: { electron, shipped: shipped.electron } }
  }
  const { days, is } = runtimeAge(shipped.released, now)
  return { check: 'runtime', is, values: { electron, count: days } }
}

function updates({ updates }: MachineFacts): Finding {
  if (updates === null) return { check: 'updates', is: 'unknown' }
  const { securityPending, automatic, listsAgeDays } = updates
  if (securityPending > 0) return { check: 'updates', is: 'pending', values: { count: securityPending } }
  if (listsAgeDays === null || listsAgeDays > listsDays) return { check: 'updates', is: 'stale' }
  return { check: 'updates', is: automatic ? 'done' : 'byHand' }
}

function newVersions({ newVersions }: MachineFacts): Finding {
  if (newVersions === null) return { check: 'newVersions', is: 'unknown' }
  const { from, isKeyThere, lookedDaysAgo, takenBack } = newVersions
  if (takenBack !== null) return { check: 'newVersions', is: 'takenBack', values: { version: takenBack } }
  if (from === null) return { check: 'newVersions', is: 'noSource' }
  if (!isKeyThere) return { check: 'newVersions', is: 'noKey' }
  if (lookedDaysAgo === null || lookedDaysAgo > looksDays) {
    return { check: 'newVersions', is: 'notLooked', values: { days: looksDays } }
  }
  return { check: 'newVersions', is: 'automatic', values: from }
}

function clock({ now, shipped, clockSynchronised }: MachineFacts): Finding {
  // No post can be older than the program it runs.
  if (now.getTime() < Date.parse(shipped.released)) return { check: 'clock', is: 'past' }
  if (clockSynchronised === null) return { check: 'clock', is: 'unknown' }
  return { check: 'clock', is: clockSynchronised ? 'set' : 'alone' }
}

function privateNetworks({ privateNetworks }: MachineFacts): Finding {
  if (privateNetworks === null || privateNetworks.called === 0)
    return { check: 'privateNetworks', is: 'unknown' }
  const { called, answered } = privateNetworks
  if (answered.length === 0) return { check: 'privateNetworks', is: 'closed', values: { count: called } }
  return { check: 'privateNetworks', is: 'open', values: { addresses: answered.join(', ') } }
}
