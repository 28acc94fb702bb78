// npm start: Estran in a window, or without a display the tour of one whole session.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { prepareApplication } from './application.ts'
import { checkout } from './checkout.ts'
import { type Environment, run, runTask } from './command.ts'
import { hasDisplay, withOwnDisplay } from './display.ts'

await runTask(async () => {
  const application = await prepareApplication()
  return hasDisplay() ? openWindow(application, process.argv.slice(2)) : tour(application)
})

/** Arguments after the defaults win over them: `npm start -- --kiosk --policy FILE`. */
function openWindow(application: Environment, args: string[]): Promise<number> {
  const defaults = {
    '--policy': join(checkout, 'assets/policy/default.json'),
    '--state': join(process.env.XDG_STATE_HOME || join(homedir(), '.local/state'), 'estran'),
  }
  const added = Object.entries(defaults).filter(([name]) => !args.some((arg) => arg.split('=')[0] === name))
  return run(String(application.ESTRAN_ELECTRON), [checkout, ...added.flat(), ...args], application)
}

function tour(application: Environment): Promise<number> {
  console.log('No display: one session is played in a virtual one, with its screenshots in tour/')
  return withOwnDisplay((display) =>
    run(process.execPath, ['tests/e2e/tour.ts'], { ...application, ...display }),
  )
}
