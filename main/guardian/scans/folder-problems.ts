import { resolve, sep } from 'node:path'
import type { Problem } from '../../../app/policy/problems.ts'

/** Folders of the system: who names one of them, or one that holds them, would see it emptied. */
const ofTheSystem =
  process.platform === 'win32'
    ? ['C:\\Windows', 'C:\\Program Files', 'C:\\Users']
    : ['/etc', '/usr', '/var/lib', '/boot', '/dev', '/proc', '/sys', '/run', '/tmp', '/var/tmp']

/**
 * What is wrong with scan folders that hold something they must not: everything in them is erased.
 * @param precious what this post lives by
 */
export function folderProblems(folders: readonly string[], precious: readonly string[]): Problem[] {
  return folders.flatMap((folder, index) => {
    const held = [...precious, ...ofTheSystem].find((path) => holds(resolve(folder), resolve(path)))
    if (held === undefined) return []
    const cure = `must be a folder for scanned pages alone: everything in it is erased, and it holds ${held}.`
    return [{ key: `scan.folders.${index}`, value: JSON.stringify(folder), cure }]
  })
}

function holds(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
