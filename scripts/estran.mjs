// Entry of every npm task. It runs before anything is installed, on the machine's own Node: built-ins only.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { installPackages, packagesFor } from './debian.mjs'
import { installModules } from './modules.mjs'

const checkout = join(import.meta.dirname, '..')

/** Tasks that open Chromium, whose sandbox refuses root: for root they run as another user. */
const OPENS_CHROMIUM = ['start', 'test', 'screenshots', 'bench']
const TASKS = [...OPENS_CHROMIUM, 'build', 'check', 'coordinator', 'package', 'pin', 'test-package']

/** The Node of node_modules runs TypeScript as it is; the machine's own may be too old for that. */
function nodeForTypeScript() {
  const installed = join(checkout, 'node_modules/.bin/node')
  if (existsSync(installed)) return installed
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  throw new Error(
    `Node ${process.versions.node} is too old and none was installed with the modules: use Node 24 or newer.`,
  )
}

// What root installs and unpacks is run by another user, who must be able to read it.
if (process.getuid?.() === 0) process.umask(0o022)

const [task = '', ...args] = process.argv.slice(2)
try {
  if (!TASKS.includes(task)) throw new Error(`Unknown task "${task}". Tasks: ${TASKS.join(', ')}.`)
  installPackages(packagesFor(task, Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)))
  installModules(checkout)

  const needsOtherUser = OPENS_CHROMIUM.includes(task) && process.getuid?.() === 0
  const script = needsOtherUser ? ['scripts/unprivileged.ts', task] : [`scripts/${task}.ts`]
  const child = spawn(nodeForTypeScript(), [...script, ...args], { cwd: checkout, stdio: 'inherit' })
  // The task clears up after itself and is waited for, even when it is asked to stop.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code) => process.exit(code ?? 1))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
