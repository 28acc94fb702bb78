import { type CoordinatorSays, heartbeatSeconds } from '../../../app/contracts/coordinator-link.ts'
import type { NetworkStanding } from '../../../app/contracts/guardian-page.ts'
import { backOffSeconds } from '../../../app/coordinator/back-off.ts'
import type { Outcome } from '../../../app/coordinator/command.ts'
import type { PostState } from '../../../app/coordinator/post-state.ts'
import type { Runtime } from '../../../app/coordinator/runtime.ts'
import { log } from '../../lib/log.ts'
import type { Scheduler } from '../../lib/scheduler.ts'
import type { CountedDays } from '../records/tally-file.ts'
import { type CountsOnTheirWay, refusedAgainSeconds, sendCounts } from './counts.ts'
import { type Link, type LinkEnd, openLink } from './link.ts'
import { type Pairing, readPairing } from './pairing-file.ts'

const lookEverySeconds = 2

/** The post's side of its network: connections are its own, and nothing here ever holds up a session. */
export type Network = {
  /** For staff; `null` on a post that belongs to no network, and until the first answer. */
  standing(): NetworkStanding | null
  /** Tells the state of the post, if it changed. */
  follow(): void
  countsChanged(): void
  stop(): void
}

export type NetworkParts = {
  /** Of the pairing; read again and again, so that a post is paired while it runs. */
  file: string
  runtime: Runtime
  state(): PostState
  heed(said: CoordinatorSays): Outcome
  counted: CountedDays
  scheduler: Scheduler
  /** From 0 to 1. */
  chance(): number
  onChange(): void
}

export function keepNetwork(parts: NetworkParts): Network {
  const { scheduler } = parts
  let pairing: Pairing | 'unreadable' | null = null
  let link: Link | null = null
  let linkEnd: LinkEnd | null = null
  let isOpen = false
  let heardAt = 0
  let said = ''
  let linkFailures = 0
  let linkAt = 0
  let counts: CountsOnTheirWay | null = null
  let isStopped = false

  const standing = (): NetworkStanding | null => {
    if (pairing === null || pairing === 'unreadable') return pairing
    if (!isOpen) return linkEnd
    return counts?.isFailing() ? 'countsWait' : 'connected'
  }
  let shown = standing()
  const changed = () => {
    if (isStopped || standing() === shown) return
    shown = standing()
    log.info({ standing: shown }, 'the coordinator')
    parts.onChange()
  }

  const follow = () => {
    const text = JSON.stringify(parts.state())
    if (!isOpen || text === said) return
    said = text
    link?.say({ type: 'state', state: JSON.parse(text) })
  }

  const connect = (to: Pairing) => {
    const mine: Link = openLink(to, {
      onOpen: () => {
        if (link !== mine) return
        isOpen = true
        linkFailures = 0
        heardAt = scheduler.now()
        said = ''
        counts?.compareAll()
        mine.say({ type: 'runtime', runtime: parts.runtime })
        follow()
        changed()
      },
      onHeard: () => {
        heardAt = scheduler.now()
      },
      onCommand: (command) => {
        const outcome = parts.heed(command)
        mine.say({ type: 'answer', commandId: command.commandId, outcome })
        follow()
      },
      onEnd: (end) => {
        if (link !== mine) return
        link = null
        isOpen = false
        linkEnd = end
        linkFailures += 1
        const isForGood = end === 'refused' || end === 'replaced'
        linkAt =
          scheduler.now() + (isForGood ? refusedAgainSeconds : backOffSeconds(linkFailures, parts.chance()))
        changed()
      },
    })
    link = mine
  }

  /** Another pairing than before, or none any more: nothing of the old one goes on. */
  const begin = (next: typeof pairing) => {
    pairing = next
    const before = link
    link = null
    isOpen = false
    linkEnd = null
    before?.cut()
    linkFailures = 0
    linkAt = 0
    counts =
      next === null || next === 'unreadable' ? null : sendCounts(next, parts.counted, scheduler, parts.chance)
    changed()
  }

  let isLooking = false
  const look = async () => {
    if (isLooking) return
    isLooking = true
    const found = await readPairing(parts.file).catch(() => 'unreadable' as const)
    isLooking = false
    if (isStopped) return
    if (JSON.stringify(found) !== JSON.stringify(pairing)) begin(found)
    if (pairing === null || pairing === 'unreadable') return
    const now = scheduler.now()
    if (isOpen && now - heardAt > 2 * heartbeatSeconds) link?.cut()
    if (link === null && now >= linkAt) connect(pairing)
    void counts?.look().then(changed)
  }
  void look()
  const stopLooking = scheduler.every(lookEverySeconds, () => void look())

  return {
    standing,
    follow,
    countsChanged: () => counts?.changed(),
    stop: () => {
      isStopped = true
      stopLooking()
      begin(null)
    },
  }
}
