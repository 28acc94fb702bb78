// npm run package: packages made of the build and the official Electron. The test runtime is never packaged.
import { dirname } from 'node:path'
import { build } from './build.ts'
import { moduleProgram, run } from './command.ts'
import { resolveRuntime } from './runtime.ts'

const runtime = await resolveRuntime()
if (runtime.kind !== 'official') {
  console.error('The test runtime is never packaged. Run this where the official Electron can be downloaded.')
  process.exitCode = 69
} else {
  await build()
  const dist = `--config.electronDist=${dirname(runtime.executable)}`
  process.exitCode = await run(moduleProgram('electron-builder'), ['--config', 'electron-builder.yml', dist])
}
