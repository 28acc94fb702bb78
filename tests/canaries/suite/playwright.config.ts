import { defineConfig } from '@playwright/test'

/** One post at a time: two cores, and a clipboard that all posts of one display share. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../../test-results/canaries',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 180_000,
  use: { actionTimeout: 20_000 },
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./table-reporter.ts']],
})
