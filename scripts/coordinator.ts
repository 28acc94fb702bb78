// npm run coordinator: the server of a network.
import { join } from 'node:path'
import { build } from './build.ts'
import { checkout } from './checkout.ts'
import { run, runTask } from './command.ts'

await runTask(async () => {
  await build()
  return run(process.execPath, [join(checkout, 'out/coordinator/index.js'), ...process.argv.slice(2)])
})
