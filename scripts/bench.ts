// npm run bench: the speed and memory ratios, measured against what else this machine has.
import { prepareApplication } from './application.ts'
import { run, runTask } from './command.ts'
import { withOwnDisplay } from './display.ts'

await runTask(async () => {
  const application = await prepareApplication()
  const args = ['tests/bench/bench.ts', ...process.argv.slice(2)]
  return withOwnDisplay((display) => run(process.execPath, args, { ...application, ...display }))
})
