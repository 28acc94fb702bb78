import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PostState } from '../../app/coordinator/post-state.ts'
import type { Runtime } from '../../app/coordinator/runtime.ts'
import type { Event, State } from '../../app/session/machine.ts'
import { totalOf } from '../../app/tally/series.ts'
import { keepNetwork, type Network } from '../../main/guardian/network/network.ts'
import { pairingFileIn } from '../../main/guardian/network/pairing-file.ts'
import { keepReception, type Reception } from '../../main/guardian/network/reception.ts'
import { fileTally } from '../../main/guardian/records/tally-file.ts'
import { type Scheduler, systemScheduler } from '../../main/lib/scheduler.ts'
import { visit } from './visit.ts'

/** A post without screen and sessions: its real counts, its real side of the network. */
export type NetworkedPost = {
  stateFolder: string
  /** Uses on a day. */
  count(day: string, uses: number): Promise<void>
  counted(): Promise<number>
  network(): Network
  reception(): Reception
  /** What reception made the machine do. */
  events: Event[]
  follow(state: State): void
  /** Looks again as if so much time had passed. */
  passTime(seconds: number): void
  stop(): void
  /** The program starts again on its folder. */
  start(): void
}

/** Each is told in as many counts: how it ended, language, charter, proof. */
export const countsOfAUse = 4

export const activeSession: State = { at: 'active', visit, notice: null }

export const oldRuntime: Runtime = { chromium: '130.0.6723.191', released: '2026-01-05' }

export async function networkedPost(stateFolder: string): Promise<NetworkedPost> {
  await mkdir(stateFolder, { recursive: true })
  const path = join(stateFolder, 'tally.json')
  let passed = 0
  // As the system's, but looks forty times as often.
  const scheduler: Scheduler = {
    ...systemScheduler,
    now: () => systemScheduler.now() + passed,
    every: (seconds, run) => systemScheduler.every(seconds / 40, run),
  }
  const events: Event[] = []
  let turns = 0
  const open = () => {
    const counts = fileTally(
      path,
      async () => {},
      () => network.countsChanged(),
    )
    const reception = keepReception(
      { at: 'welcome' },
      {
        secondsLeft: () => 1500,
        extensionMinutes: () => 15,
        isDiskInTrouble: () => false,
        dispatch: (event) => events.push(event),
        newTurn: () => {
          turns += 1
          return `turn${turns}`
        },
        onChange: () => {},
      },
    )
    const network = keepNetwork({
      file: pairingFileIn(stateFolder),
      runtime: oldRuntime,
      state: reception.state,
      heed: reception.heed,
      counted: counts,
      scheduler,
      chance: () => 0,
      onChange: () => {},
    })
    return { counts, reception, network }
  }
  let running = open()
  onTestFinished(() => running.network.stop())

  return {
    stateFolder,
    count: async (day, uses) => {
      const { counts } = running
      for (let use = 0; use < uses; use++) {
        const sequence = (await counts.countedThrough()) + 1
        const moment = new Date(`${day}T10:00:00`)
        await counts.count(
          sequence,
          { visit, cause: 'person', charterVersion: '2026-1', categories: [], proof: 'clean' },
          moment,
        )
      }
    },
    counted: async () =>
      Object.values(await running.counts.days())
        .flatMap((series) => Object.values(series))
        .reduce((sum, counts) => sum + totalOf(counts), 0),
    network: () => running.network,
    reception: () => running.reception,
    events,
    follow: (state) => {
      running.reception.follow(state)
      running.network.follow()
    },
    passTime: (seconds) => {
      passed += seconds
    },
    stop: () => running.network.stop(),
    start: () => {
      running = open()
    },
  }
}

export const freePost: PostState = { at: 'free', because: null, minutesLeft: null, turn: null, attention: [] }
