import { test as base, expect } from '@playwright/test'
import { type RunningCoordinator, startBuiltCoordinator } from './coordinator.ts'
import { Desk } from './desk.ts'

type Fixtures = {
  coordinator: RunningCoordinator
  /** Someone at a desk: the first admin, on the page where there is none yet. */
  desk: Desk
}

/** A coordinator of its own for each test. Whatever the page's security policy refuses fails the test. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  coordinator: async ({}, use) => {
    const coordinator = await startBuiltCoordinator()
    await use(coordinator)
    await coordinator.stop()
  },
  desk: async ({ page, coordinator, playwright }, use) => {
    const wrong: string[] = []
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) wrong.push(message.text())
    })
    // Posts have no cookies of the desk's.
    const outside = await playwright.request.newContext({ ignoreHTTPSErrors: true })
    const desk = new Desk(page, coordinator, outside)
    await page.goto(coordinator.address)
    await use(desk)
    desk.stop()
    await outside.dispose()
    expect(wrong).toEqual([])
  },
})
