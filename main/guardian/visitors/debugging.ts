import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Visitor } from './visitor.ts'

/** Writes the debugging port of the visitor on screen where a tester finds it. From source only. */
export function tellDebuggingPort(stateFolder: string): (visitor: Visitor | null) => void {
  let told: number | undefined
  return (visitor) => {
    const port = visitor?.debuggingPort()
    if (port === undefined || port === told) return
    told = port
    writeFileSync(join(stateFolder, 'visitor-debugging-port'), `${port}\n`)
  }
}
