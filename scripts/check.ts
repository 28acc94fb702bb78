// npm run check: format, lint and walls, types of every room against both Electrons, dead code.
import { availableParallelism } from 'node:os'
import { execa } from 'execa'
import { checkout } from './checkout.ts'
import { moduleProgram, stopAsked } from './command.ts'

const typeCheck = (project: string) => ['tsc', '--project', project]

const CHECKS: Record<string, string[]> = {
  'format, lint, walls': ['biome', 'check', '.'],
  'dead code': ['knip', '--config', 'scripts/knip.json'],
  'types of app': typeCheck('app'),
  'types of main, Electron 45': typeCheck('main'),
  'types of main, Electron 33': typeCheck('main/tsconfig.electron33.json'),
  'types of preloads': typeCheck('main/tsconfig.preload.json'),
  'types of renderer': typeCheck('renderer'),
  'types of scripts': typeCheck('scripts'),
  'types of tests': typeCheck('tests'),
}

const waiting = Object.entries(CHECKS)
const failed: string[] = []
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, runWaiting))
if (failed.length > 0) {
  console.error(`Failed: ${failed.join('; ')}`)
  process.exitCode = 1
}

async function runWaiting(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [name, [program = '', ...args]] = check
    const result = await execa(moduleProgram(program), args, {
      cwd: checkout,
      all: true,
      reject: false,
      cancelSignal: stopAsked,
    })
    console.log(`${result.failed ? 'FAILED' : 'ok    '} ${name}`)
    if (!result.failed) continue
    failed.push(name)
    console.error(result.all || result.shortMessage)
  }
}
