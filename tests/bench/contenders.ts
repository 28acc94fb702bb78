import { dirname, join } from 'node:path'
import { bestConfinement } from '../../main/guardian/visitors/confinement.ts'
import { program as estran } from '../e2e/post.ts'

const bareFolder = join(import.meta.dirname, 'bare')

/** Command of Electron with one window and one local page, on the runtime that runs Estran. */
export function bareElectron(profile: string): string[] {
  return [estran().executable, '--remote-debugging-port=0', `--user-data-dir=${profile}`, bareFolder]
}

/** The same, held as a visitor is. @param root its only writable folder */
export function heldBareElectron(root: string): string[] {
  const [executable = '', ...args] = bareElectron(join(root, 'profile'))
  const held = bestConfinement([dirname(executable), bareFolder], []).wrap(executable, args, root)
  return [held.command, ...held.args]
}

/** Command of the browser a public computer would otherwise run, spared what it does for itself at start. */
export function chromiumKiosk(profile: string, address: string): string[] {
  const quiet = [
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-quic',
  ]
  return ['/usr/bin/chromium', '--kiosk', '--incognito', ...quiet, `--user-data-dir=${profile}`, address]
}

/** Command of Estran as it is installed: no test runner, no debugging of visitors. */
export function wholeEstran(policyFile: string, stateFolder: string): string[] {
  const { executable, app } = estran()
  return [executable, '--remote-debugging-port=0', app, '--policy', policyFile, '--state', stateFolder]
}
