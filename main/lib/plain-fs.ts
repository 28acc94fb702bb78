import nodeFs from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The file system as it is. Electron's own `fs` takes a file called `x.asar` for a folder, and people choose the names
 * of their documents.
 */
export const plainFs: typeof nodeFs =
  process.versions.electron === undefined ? nodeFs : createRequire(import.meta.url)('original-fs')
