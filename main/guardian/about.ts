import { app } from 'electron'
import type { About } from '../../app/contracts/guardian-page.ts'
import type { Confinement } from './visitors/confinement.ts'
import type { RootBase } from './visitors/session-root.ts'

/** What is running, for « about » and for the log. */
export function aboutThis(confinement: Confinement, base: RootBase): About {
  return {
    version: app.getVersion(),
    // Set by the start script, which knows where it took the runtime from; a package holds the official one.
    runtime: process.env.ESTRAN_RUNTIME_KIND === 'test' ? 'test' : 'official',
    electron: process.versions.electron,
    chromium: process.versions.chrome,
    isolation: confinement.kind,
    sessionRoot: base.medium,
  }
}
