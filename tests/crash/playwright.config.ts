import { defineConfig } from '@playwright/test'

/** Two posts at a time: most of it is waiting for programs to start. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/crash',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./table-reporter.ts']],
})
