// npm test: set-up, then every suite, and one closing line. `test unit`, `test canaries` … runs one suite, and hands what
// follows to its runner.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareApplication } from './application.ts'
import { checkout } from './checkout.ts'
import { type Environment, moduleProgram, run, runTask, stopAsked } from './command.ts'
import { withOwnDisplay } from './display.ts'
import { type Count, type PlaywrightSuite, readReport } from './report.ts'

const results = join(checkout, 'test-results')
const [only, ...runnerArgs] = process.argv.slice(2)

/** In the order in which they are run. */
const suites: Record<string, (env: Environment) => Promise<Count>> = {
  check,
  unit,
  hostile,
  canaries,
  trace,
  crash,
  escapes,
  e2e,
  dashboard,
  people,
}

await runTask(async () => {
  if (only !== undefined && !Object.hasOwn(suites, only)) {
    throw new Error(`There is no suite "${only}": say ${Object.keys(suites).join(', ')}, or nothing for all.`)
  }
  const total: Count = { passed: 0, failed: 0 }
  try {
    await runSuites(only ? [only] : Object.keys(suites), total)
  } catch (error) {
    if (stopAsked.aborted) throw error
    // Without a runtime, a build or a display nothing can be tested: that is a failure, not a reason to skip.
    console.error(error instanceof Error ? error.message : error)
    total.failed += 1
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
})

async function runSuites(names: string[], total: Count): Promise<void> {
  // A report of an earlier run must not be taken for this one's.
  await rm(results, { recursive: true, force: true })
  await mkdir(results)
  const application = await timed('set-up', prepareApplication)
  await withOwnDisplay(async (display) => {
    for (const name of names) {
      const count = await timed(name, () => suites[name]?.({ ...application, ...display }))
      total.passed += count?.passed ?? 0
      total.failed += count?.failed ?? 0
    }
  })
}

async function timed<T>(name: string, work: () => T): Promise<Awaited<T>> {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const result = await work()
  stopAsked.throwIfAborted()
  console.log(`== ${name} took ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return result
}

/** Checks are not tests, yet the closing line must not say that nothing failed when they did. */
async function check(): Promise<Count> {
  const exitCode = await run(process.execPath, ['scripts/check.ts'])
  return { passed: 0, failed: exitCode === 0 ? 0 : 1 }
}

function unit(env: Environment): Promise<Count> {
  return vitest('unit', 'tests/vitest.config.ts', ['default'], env)
}

function hostile(env: Environment): Promise<Count> {
  const shown = ['default', 'tests/hostile/table-reporter.ts']
  return vitest('hostile', 'tests/hostile/vitest.config.ts', shown, env)
}

async function vitest(
  suite: 'unit' | 'hostile',
  config: string,
  shown: string[],
  env: Environment,
): Promise<Count> {
  const report = join(results, `${suite}.json`)
  const reporters = [...shown, 'json'].map((reporter) => `--reporter=${reporter}`)
  // Natively: Vite would first write the config into node_modules, which may be another user's.
  const args = [
    'run',
    `--config=${config}`,
    '--configLoader=native',
    ...reporters,
    `--outputFile.json=${report}`,
    ...runnerArgs,
  ]
  return readReport(suite, report, await run(moduleProgram('vitest'), args, env))
}

/** Every kind of trace a person leaves: planted, found, gone; prints a table. */
function canaries(env: Environment): Promise<Count> {
  return playwright('canaries', env, ['tests/canaries/suite/table-reporter.ts'])
}

/** Every path that a whole session writes: what stays must be signed off. */
function trace(env: Environment): Promise<Count> {
  return playwright('trace', env)
}

function e2e(env: Environment): Promise<Count> {
  return playwright('e2e', env)
}

/** Reception and coordination at their desks, on the coordinator as it is built. */
function dashboard(env: Environment): Promise<Count> {
  return playwright('dashboard', env)
}

/** Every way out a person may try; prints them in a table. */
function escapes(env: Environment): Promise<Count> {
  return playwright('escapes', env, ['./tests/escapes/table-reporter.ts'])
}

/** Every page in every language and look, and the whole story by keyboard; prints a table. */
function people(env: Environment): Promise<Count> {
  return playwright('people', env, ['tests/people/table-reporter.ts'])
}

/** Guardians that are killed, disks that fail, many sessions in a row; prints a table. */
function crash(env: Environment): Promise<Count> {
  return playwright('crash', env, ['tests/crash/table-reporter.ts'])
}

async function playwright(suite: PlaywrightSuite, env: Environment, shown: string[] = []): Promise<Count> {
  const report = join(results, `${suite}.json`)
  const args = [
    'test',
    `--config=tests/${suite}/playwright.config.ts`,
    `--reporter=${['list', ...shown, 'json']}`,
    ...runnerArgs,
  ]
  const withReport = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  return readReport(suite, report, await run(moduleProgram('playwright'), args, withReport))
}
