import { defineConfig } from '@playwright/test'

/** One post at a time: two cores, and a clipboard that all posts of one display share. */
export default defineConfig({
  testDir: './suite',
  outputDir: '../../test-results/canaries',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A shared machine can stall for seconds: one more try, and the run names what needed it.
  retries: process.env.CI ? 1 : 0,
  timeout: 180_000,
  use: { actionTimeout: 20_000 },
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./suite/table-reporter.ts']],
})
