import { app } from 'electron'
import type { About } from '../../app/contracts/guardian-page.ts'
import shipped from '../../assets/runtime/electron.json' with { type: 'json' }
import type { Confinement } from './visitors/confinement.ts'
import type { RootBase } from './visitors/session-root.ts'

/** What is running, for « about » and for the log. */
export function aboutThis(confinement: Confinement, base: RootBase): About {
  // Not by what it was called or told when it was packaged: a program cannot be wrong about what it runs on.
  const isOfficial = process.versions.electron === shipped.electron
  return {
    version: app.getVersion(),
    runtime: isOfficial ? 'official' : 'test',
    isTestBuild: app.isPackaged && !isOfficial,
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    isolation: confinement.kind,
    sessionRoot: base.medium,
  }
}
