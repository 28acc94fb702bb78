// npm modules: installed exactly as locked, when they are missing or older than the lock file.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs `npm ci` when needed; throws when it fails.
 * @param {string} checkout
 */
export function installModules(checkout) {
  // npm writes this file last: it dates the last complete installation.
  const installed = statSync(join(checkout, 'node_modules/.package-lock.json'), { throwIfNoEntry: false })
  const locked = statSync(join(checkout, 'package-lock.json'))
  if (installed && installed.mtimeMs >= locked.mtimeMs) return

  console.log('Installing npm modules')
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: checkout,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error('npm modules could not be installed: read the message of "npm ci" above.')
}
