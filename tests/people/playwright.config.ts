import { defineConfig } from '@playwright/test'

/** One post at a time. A round of every page in every language and look is long. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/people',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A shared machine can stall for seconds: one more try there.
  retries: process.env.CI ? 1 : 0,
  timeout: 900_000,
  use: { actionTimeout: 15_000 },
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./table-reporter.ts']],
})
