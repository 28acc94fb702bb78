import { rm } from 'node:fs/promises'
import { possibleBases } from '../../main/guardian/visitors/session-root.ts'
import { test as base } from '../e2e/fixtures.ts'
import { type LeftOpen, leaveOpen } from './left-open.ts'
import type { Ground } from './life.ts'
import { endRuns } from './run.ts'

type Fixtures = {
  /** A post of its own for each test, as a power cut in mid-session has left it. */
  ground: Ground
  cleanUp: undefined
}

export const test = base.extend<Fixtures>({
  ground: async ({ place, sites }, use) => {
    const left: LeftOpen = await leaveOpen(place, sites.allocations)
    await use({ place, site: sites.allocations, left })
    await left.remove()
  },
  // Guardians that were killed wipe nothing: what they leave in memory would stay until the machine stops.
  cleanUp: [
    async ({ place }, use) => {
      await use(undefined)
      await endRuns()
      for (const { folder } of possibleBases(place.stateFolder))
        await rm(folder, { recursive: true, force: true })
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'
