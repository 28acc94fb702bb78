import type { Page } from '@playwright/test'
import { test as base, expect } from '../e2e/fixtures.ts'
import { Attempts, rowsAttachment } from './attempts.ts'

type Fixtures = {
  attempts: Attempts
  /** A session has begun; this is a page of a téléservice in it. */
  page: Page
}

/** A post, and attempts whose rows go into the table whatever becomes of the test. */
export const test = base.extend<Fixtures>({
  // As people find it.
  kiosk: true,
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  attempts: async ({}, use, info) => {
    const attempts = new Attempts()
    await use(attempts)
    const body = JSON.stringify(attempts.rows)
    await info.attach(rowsAttachment, { body, contentType: 'application/json' })
  },
  page: async ({ person, sites }, use) => {
    await person.begin()
    const page = await person.open('Allocations', sites.allocations)
    await page.waitForLoadState()
    await use(page)
  },
})

export { expect }
