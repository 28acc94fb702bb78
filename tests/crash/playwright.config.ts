import { defineConfig } from '@playwright/test'

/** Two posts at a time: most of it is waiting for programs to start. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/crash',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  // A shared machine can stall for seconds: one more try there.
  retries: process.env.CI ? 1 : 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./table-reporter.ts']],
})
