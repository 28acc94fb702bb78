import { defineConfig } from '@playwright/test'

/** One post at a time: keys and pointer are those of the display. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/escapes',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A shared machine can stall for seconds: one more try there.
  retries: process.env.CI ? 1 : 0,
  timeout: 240_000,
  use: { actionTimeout: 15_000 },
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./table-reporter.ts']],
})
