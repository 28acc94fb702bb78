import { coordinatorApi } from '../../app/contracts/coordinator-api.ts'
import { type DayCounts, missingDays } from '../../app/tally/series.ts'
import { say } from './network.ts'

const { days, tellDay } = coordinatorApi.post
const key = 'am/session/help=alone/end=person'

type Disk = Record<string, DayCounts>

/** A post that counts uses and tells a coordinator what it lacks, over the real network. */
export type CountingPost = {
  count(day: string, uses?: number): void
  /** Asks what is held and tells the rest. @throws when the coordinator cannot be reached: it tells later */
  sync(): Promise<void>
  /** The program starts again, perhaps on another disk. */
  restart(disk?: Disk): void
  disk(): Disk
}

let starts = 0

/** @param reach where the coordinator is now, and the post's token */
export function countingPost(reach: () => { address: string; token: string }): CountingPost {
  let held: Disk = {}
  let series = ''
  const restart = (disk: Disk = held) => {
    starts += 1
    series = `series-${starts}-of-a-test`
    held = structuredClone(disk)
  }
  const ask = async (...[route, asked]: [typeof days | typeof tellDay, object]) => {
    const { address, token } = reach()
    const said = await say(address, route, asked, { token })
    if (said.status >= 300) throw new Error(`answered ${said.status}`)
    return said.body
  }
  restart()
  return {
    count: (day, uses = 1) => {
      const before = held[day]?.[series]?.[key] ?? 0
      held[day] = { ...held[day], [series]: { [key]: before + uses } }
    },
    sync: async () => {
      const known = (await ask(days, { query: {} })) as Record<string, Record<string, number>>
      for (const [day, body] of Object.entries(missingDays(held, known))) {
        await ask(tellDay, { params: { day }, body })
      }
    },
    restart,
    disk: () => structuredClone(held),
  }
}
