import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tests/hostile/**/*.test.ts'],
    pool: 'forks',
    // Speeds are compared: one file at a time.
    fileParallelism: false,
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 60_000,
    reporters: ['default', 'tests/hostile/table-reporter.ts'],
  },
})
