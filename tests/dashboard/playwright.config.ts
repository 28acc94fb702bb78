import { defineConfig } from '@playwright/test'

/** The dashboard in Debian's Chromium, on the coordinator as it is built. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/dashboard',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: '/usr/bin/chromium', chromiumSandbox: true },
    // The certificate that the coordinator makes for itself.
    ignoreHTTPSErrors: true,
    locale: 'fr-FR',
    viewport: { width: 1366, height: 768 },
  },
})
