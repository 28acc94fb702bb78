import { readdirSync, readFileSync } from 'node:fs'

type Process = { pid: number; parent: number; uid: number; commandLine: string }

/** A process and all its descendants, as /proc shows them now. */
export function processTree(pid: number): number[] {
  const all = processes()
  const tree = [pid]
  // The list grows while it is walked: children are added behind their parents.
  for (const parent of tree) tree.push(...all.filter((one) => one.parent === parent).map((one) => one.pid))
  return tree
}

/** The processes of one user, those alone whose command line matches when that is asked. */
export function processesOf(uid: number, commandLine = /^/): number[] {
  return processes()
    .filter((one) => one.uid === uid && commandLine.test(one.commandLine))
    .map((one) => one.pid)
}

/** The words a process was started with, joined by spaces; none once it has ended. */
export function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

/** Whether a process still runs; one that has ended and waits for its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\t[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8')
        return {
          pid: Number(name),
          parent: Number(/^PPid:\t(\d+)/m.exec(status)?.[1]),
          uid: Number(/^Uid:\t(\d+)/m.exec(status)?.[1]),
          commandLine: commandLine(Number(name)),
        }
      } catch {
        // It ended meanwhile.
        return []
      }
    })
}
