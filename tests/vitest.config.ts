import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    // Real files and processes on a shared machine can stall for seconds: one more try there.
    retry: process.env.CI ? 1 : 0,
    // Against what hangs, not against what is slow.
    testTimeout: 30_000,
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/hostile/**', 'tests/package/**'],
    // Whole processes: some tests give up root's rights for a while, which a thread cannot do alone.
    pool: 'forks',
    environment: 'node',
  },
})
