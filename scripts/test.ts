// npm test: set-up, then checks, unit and end-to-end tests, and one closing line. `test unit` or `test e2e`
// runs one suite, and hands what follows to its runner.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareApplication } from './application.ts'
import { checkout } from './checkout.ts'
import { type Environment, moduleProgram, run, stopAsked } from './command.ts'
import { withOwnDisplay } from './display.ts'
import { type Count, readReport } from './report.ts'

type Suite = 'check' | 'unit' | 'e2e'

const results = join(checkout, 'test-results')
const [only, ...runnerArgs] = process.argv.slice(2)
if (only !== undefined && only !== 'unit' && only !== 'e2e') {
  throw new Error(`There is no suite "${only}": say unit, e2e, or nothing for all.`)
}
const suites: Suite[] = only ? [only] : ['check', 'unit', 'e2e']

const total: Count = { passed: 0, failed: 0 }
try {
  await section('set-up', async () => {
    await mkdir(results, { recursive: true })
    Object.assign(process.env, await prepareApplication())
  })
  await withOwnDisplay(async (display) => {
    for (const suite of suites) await section(suite, () => runSuite(suite, display))
  })
} catch (error) {
  // Without a runtime, a build or a display nothing can be tested: that is a failure, not a reason to skip.
  console.error(error instanceof Error ? error.message : error)
  total.failed += 1
  process.exitCode = 1
}
console.log(`${total.passed} passed, ${total.failed} failed`)

async function section(name: string, work: () => Promise<void>): Promise<void> {
  stopAsked.throwIfAborted()
  const start = performance.now()
  console.log(`\n== ${name}`)
  await work()
  console.log(`== ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

async function runSuite(suite: Suite, display: Environment): Promise<void> {
  if (suite === 'check') {
    const exitCode = await run(process.execPath, ['scripts/check.ts'])
    if (exitCode !== 0) process.exitCode = 1
    return
  }
  const report = join(results, `${suite}.json`)
  const exitCode =
    suite === 'unit'
      ? await run(
          moduleProgram('vitest'),
          [
            'run',
            '--config=tests/vitest.config.ts',
            '--reporter=default',
            '--reporter=json',
            `--outputFile.json=${report}`,
            ...runnerArgs,
          ],
          display,
        )
      : await run(
          moduleProgram('playwright'),
          ['test', '--config=tests/e2e/playwright.config.ts', '--reporter=list,json', ...runnerArgs],
          { ...display, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
        )
  const count = readReport(suite, report, exitCode)
  console.log(`${suite}: ${count.passed} passed, ${count.failed} failed`)
  total.passed += count.passed
  total.failed += count.failed
  if (count.failed > 0) process.exitCode = 1
}
