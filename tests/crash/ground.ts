import type { TestInfo } from '@playwright/test'
import { test as base } from '../e2e/fixtures.ts'
import { visitorProcesses } from '../e2e/left-behind.ts'
import { testPolicy } from '../e2e/policy.ts'
import { makePlace, type Place } from '../e2e/post.ts'
import { leaveOpen } from './left-open.ts'
import type { Ground } from './life.ts'
import { endRuns } from './run.ts'
import { type Step, stepsOf } from './steps.ts'
import { type Table, tableOf } from './table.ts'
import type { Service } from './visit.ts'

type Fixtures = {
  /** Opens a table of rows; `line` says what must hold. */
  table: (line: string) => Table
}

type Shared = {
  /** The téléservice that people go to; nothing there takes time at the end. */
  service: Service
  /** A post as a power cut in mid-session has left it. */
  ground: Ground
  /** The steps of a whole life on that ground. */
  steps: readonly Step[]
}

export const test = base.extend<Fixtures, Shared>({
  place: async ({ place }, use) => {
    await use(place)
    await endPost(place)
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  table: async ({}, use, info: TestInfo) => use((line) => tableOf(line, info)),
  service: [
    async ({ sites }, use) => use({ id: 'bibliotheque', origin: sites.widgets.origin }),
    { scope: 'worker' },
  ],
  ground: [
    async ({ sites, service }, use) => {
      const place = await makePlace(testPolicy(sites))
      const left = await leaveOpen(place, service)
      await use({ place, service, left })
      await endPost(place)
      await left.remove()
      await place.remove()
    },
    { scope: 'worker' },
  ],
  steps: [async ({ ground }, use) => use(await stepsOf(ground)), { scope: 'worker' }],
})

/** Before its folders are removed: guardians, and visitors that were being started when their guardian was killed. */
async function endPost({ stateFolder }: Place): Promise<void> {
  await endRuns()
  for (const id of await visitorProcesses(stateFolder)) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // It went with another.
    }
  }
}

export { expect } from '@playwright/test'
