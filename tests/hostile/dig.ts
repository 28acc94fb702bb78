import { execFileSync } from 'node:child_process'

/** A child does it, step by step: beyond 4,096 bytes a path cannot be written, only walked. */
const digging = `
  const { chmodSync, mkdirSync } = require('node:fs')
  const [levels, locked] = process.argv.slice(1)
  for (let level = 0; level < levels; level++) { mkdirSync('d'); process.chdir('d') }
  if (locked) for (let level = 0; level < levels; level++) { process.chdir('..'); chmodSync('d', 0) }
`

/** Folders in folders. @param locked whether nobody may enter any of them */
export function dig(folder: string, levels: number, locked: boolean): void {
  execFileSync(process.execPath, ['-e', digging, `${levels}`, ...(locked ? ['locked'] : [])], { cwd: folder })
}
