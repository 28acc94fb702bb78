import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    include: ['tests/package/**/*.test.ts'],
    pool: 'forks',
    environment: 'node',
    // Each makes a Debian, and one is enough for a machine and a mirror.
    fileParallelism: false,
    // One machine goes from bare to purged: what one step left undone, the next cannot do.
    bail: 1,
    testTimeout: 400_000,
    hookTimeout: 600_000,
  },
})
