// Stands in for Electron's default app, which the test runtime does not have: `electron PATH` runs the application
// at PATH. Electron waits for this module before "ready", hence the top-level await of the application's own main.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { app as publicApp } from 'electron'

const require = createRequire(import.meta.url)
// Two calls that only a default app makes, and that Electron's types leave out.
const app = /** @type {Electron.App & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (
  publicApp
)

/**
 * Splits the command line as Electron's own default app does: the first word that is no switch is the application.
 * @param {string[]} args
 */
function readCommandLine(args) {
  const preloaded = []
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? ''
    if (arg === '-r' || arg === '--require') preloaded.push(args[++index] ?? '')
    else if (!arg.startsWith('-')) return { preloaded, path: resolve(arg) }
  }
  return { preloaded, path: undefined }
}

/** @param {string} path a folder with a package.json, or a script */
async function load(path) {
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
  const packageFile = join(path, 'package.json')
  const main = require.resolve(path)
  if (existsSync(packageFile)) {
    const { name, productName = name, version, desktopName } = JSON.parse(readFileSync(packageFile, 'utf8'))
    app.setName(productName)
    app.setVersion(version)
    app.setDesktopName(desktopName ?? `${productName}.desktop`)
    app.setAppPath(path)
  } else {
    app.setAppPath(dirname(main))
  }
  await import(pathToFileURL(main).href)
}

const { preloaded, path } = readCommandLine(process.argv.slice(1))
for (const module of preloaded) require(resolve(module))
if (path === undefined) {
  console.error('Usage: electron [switches] PATH [arguments]')
  process.exit(1)
}
try {
  await load(path)
} catch (error) {
  console.error('The application threw an error while loading:', error)
  process.exit(1)
}
