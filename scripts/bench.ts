// npm run bench: the speed and memory ratios, measured against what else this machine has.
import { prepareApplication } from './application.ts'
import { run } from './command.ts'
import { withOwnDisplay } from './display.ts'

const application = await prepareApplication()
process.exitCode = await withOwnDisplay((display) =>
  run(process.execPath, ['tests/bench/bench.ts', ...process.argv.slice(2)], { ...application, ...display }),
)
