import { defineConfig } from '@playwright/test'

/** Under trace everything takes longer. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/trace',
  workers: 1,
  forbidOnly: true,
  // A shared machine can stall for seconds: one more try there.
  retries: process.env.CI ? 1 : 0,
  timeout: 240_000,
  use: { actionTimeout: 60_000 },
  expect: { timeout: 60_000 },
  reporter: [['list']],
})
