import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** The suites that Playwright runs. */
export type PlaywrightSuite = 'canaries' | 'trace' | 'crash' | 'escapes' | 'e2e' | 'dashboard' | 'people'
/** Two of vitest, and those. */
export type Suite = 'unit' | 'hostile' | PlaywrightSuite

/** Tests that passed and failed. */
export type Count = { passed: number; failed: number }

const vitestReport = z.object({ numPassedTests: z.number(), numFailedTests: z.number() })
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/**
 * Counts the tests in a runner's JSON report. A run that broke otherwise than by a test, or that ran no test at all,
 * counts as one failure: silence is not success. A test that passed at its second try counts as passed: the runner
 * names it.
 */
export function readReport(suite: Suite, file: string, exitCode: number): Count {
  const count = readCount(suite, file)
  if (count.failed === 0 && (exitCode !== 0 || count.passed === 0)) return { ...count, failed: 1 }
  return count
}

function readCount(suite: Suite, file: string): Count {
  let report: unknown
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0 }
  }
  if (suite === 'unit' || suite === 'hostile') {
    const { numPassedTests, numFailedTests } = vitestReport.parse(report)
    return { passed: numPassedTests, failed: numFailedTests }
  }
  const { stats } = playwrightReport.parse(report)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}
