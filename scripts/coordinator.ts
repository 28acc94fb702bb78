// npm run coordinator: the server of a network, with its database and certificate in a folder of this user's own.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { build } from './build.ts'
import { checkout } from './checkout.ts'
import { run, runTask } from './command.ts'

await runTask(async () => {
  await build()
  const args = process.argv.slice(2)
  const isNamed = args.some((arg) => arg.split('=')[0] === '--folder')
  const folder = join(process.env.XDG_STATE_HOME || join(homedir(), '.local/state'), 'estran-coordinator')
  const server = join(checkout, 'out/coordinator/index.js')
  return run(process.execPath, [server, ...(isNamed ? [] : ['--folder', folder]), ...args])
})
